/**
 * The filters of Liquid by name, in families.
 * A filter counts its work in the rendering's budget, before it does more than its input is long.
 */
package dev.eventtester.liquid.filter;

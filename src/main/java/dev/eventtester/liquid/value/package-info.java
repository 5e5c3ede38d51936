/**
 * Values of Liquid, the expressions that have them, and what computing them may cost.
 * Templates and filters are built on this.
 */
package dev.eventtester.liquid.value;

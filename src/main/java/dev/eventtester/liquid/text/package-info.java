/**
 * Texts encoded, decoded and reshaped as JavaScript and Node.js do it.
 * Every function is linear in its input, and nothing here knows templates or JSON.
 */
package dev.eventtester.liquid.text;

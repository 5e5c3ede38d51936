/**
 * Sample events and rows: typical ones for every type and product, and ones that a given mapping lets in and can use.
 * Everything in them is invented, within ranges that are reserved for examples, and made from the given randomness.
 */
package dev.eventtester.sample;

/**
 * The formats that a field may name for its texts and numbers, from {@code uri} to the lenient dates of JavaScript.
 * Each is one pass over the text by hand, since regular expressions could be made to run for ever.
 */
package dev.eventtester.field.format;

/**
 * The Liquid dialect of the {@code @liquid} directive: a template is compiled once and then rendered against
 * events. It is written here because the Liquid libraries for the JVM differ from the recorded behaviour of the
 * reference engine in truth, number text, white space, unknown filters, limits and the visibility of inherited
 * members.
 */
package dev.eventtester.liquid;

/**
 * The Liquid dialect of the {@code @liquid} directive: a template is parsed once into nodes and then rendered against
 * any number of events. It is written here because the Liquid libraries for the JVM differ from the recorded behaviour
 * of the reference engine in truth, number text, white space, unknown filters, limits and inherited members.
 */
package dev.eventtester.liquid;

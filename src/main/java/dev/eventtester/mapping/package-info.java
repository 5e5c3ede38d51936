/**
 * The mapping language: a mapping is validated and compiled once and then turns any number of events into values.
 * What it does, including the surprises, is the behaviour of the recorded cases in {@code conformance/mapping.json}.
 */
package dev.eventtester.mapping;

/**
 * The language of filter conditions: read once, then evaluated against any number of events.
 * Reads JSON and nothing else.
 */
package dev.eventtester.filter.condition;

/**
 * The event as the pipeline takes it: its exact text beside its parsed form, its types and its limits.
 * Reads JSON and nothing else.
 */
package dev.eventtester.event;

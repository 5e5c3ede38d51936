/**
 * What helps before a test: sample events, explanations of triggers, and whether a destination accepts its settings.
 * Nothing here is stored.
 */
package dev.eventtester.assist;

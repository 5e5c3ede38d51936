package dev.eventtester.mapping;

/**
 * One thing that keeps a mapping from running.
 *
 * @param pointer JSON pointer of the offending value inside the mapping
 * @param message the full text, with the position as the mapping language spells it
 */
public record MappingError(String pointer, String message) {}

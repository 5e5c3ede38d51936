package dev.eventtester.field;

/**
 * One reason why a payload is refused.
 *
 * @param field key of the top-level field concerned, also of one that is missing; empty for the payload as a whole
 * @param pointer JSON pointer to the value, empty for the payload itself and so for a top-level field that is missing
 * @param message the reference engine's sentence
 */
public record FieldError(String field, String pointer, String message) {}

package dev.eventtester.outcome.document;

/** Which of the two tools made an outcome. */
public enum Kind {
    EVENT_TESTER,
    MAPPINGS_TESTER
}

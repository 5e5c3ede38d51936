package dev.eventtester.outcome.document;

/** What one mapping did with the event. */
public enum MappingVerdict {
    SUCCEEDED,
    VALIDATED,
    NOT_MATCHED,
    FAILED,
    INTERRUPTED;

    boolean isGood() {
        return this == SUCCEEDED || this == VALIDATED;
    }
}

package dev.eventtester.outcome.document;

/** Whether a test has come to its end. */
public enum Status {
    RUNNING,
    COMPLETED,
    /** The replica that ran it died; calls may have been made. */
    INTERRUPTED
}

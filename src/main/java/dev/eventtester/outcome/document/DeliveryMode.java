package dev.eventtester.outcome.document;

/** What a test does with the requests that it built. */
public enum DeliveryMode {
    /** They are sent. */
    SEND,
    /** They are shown; nothing leaves. */
    VALIDATE
}

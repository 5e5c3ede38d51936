package dev.eventtester.event;

/** A text is not the JSON that it should be; the message says what is wrong and where. */
public final class MalformedJsonException extends RuntimeException {

    MalformedJsonException(String message) {
        super(message, null, false, false);
    }
}

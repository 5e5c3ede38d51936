package dev.eventtester.actions;

import dev.eventtester.delivery.call.Answer;
import java.util.Optional;

/**
 * An action refused its payload, or a destination answered other than 2xx. Message, code and status are the reference
 * engine's.
 */
public final class ActionException extends RuntimeException {

    private static final int BAD_REQUEST = 400;

    private final String code;
    private final int status;

    public ActionException(String message, String code, int status) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** The payload cannot be sent as it is. */
    public static ActionException invalidPayload(String message) {
        return new ActionException(message, "PAYLOAD_VALIDATION_FAILED", BAD_REQUEST);
    }

    /** A destination answered with an error: its status, its status text as the message, and no code. */
    public static ActionException answered(Answer answer) {
        String text = answer.statusText() == null || answer.statusText().isBlank()
                ? "The destination answered with status " + answer.status()
                : answer.statusText();
        return new ActionException(text, null, answer.status());
    }

    /** The reference engine's error code; empty for an answer of the destination. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The HTTP status that describes the failure: the destination's own, or 400. */
    public int status() {
        return status;
    }
}

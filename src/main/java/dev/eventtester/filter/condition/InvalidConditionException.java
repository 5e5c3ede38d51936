package dev.eventtester.filter.condition;

/** A text is not the condition of a filter; the message says what is wrong and where. */
public final class InvalidConditionException extends RuntimeException {

    InvalidConditionException(String message) {
        super(message, null, false, false);
    }
}

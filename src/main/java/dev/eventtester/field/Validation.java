package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.StringJoiner;

/** What became of a payload. */
public sealed interface Validation {

    /** Whether the action may get the payload. */
    boolean isValid();

    /** All reasons against the payload in the reference engine's order; empty when it is valid. */
    List<FieldError> errors();

    /** All messages joined by one space, as the reference engine reports them; empty when the payload is valid. */
    default String message() {
        StringJoiner message = new StringJoiner(" ");
        for (FieldError error : errors()) {
            message.add(error.message());
        }
        return message.toString();
    }

    /** The payload for the action. */
    record Valid(JsonNode payload) implements Validation {

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public List<FieldError> errors() {
            return List.of();
        }
    }

    /** The payload is refused; there is at least one error. */
    record Invalid(List<FieldError> errors) implements Validation {

        public Invalid {
            errors = List.copyOf(errors);
        }

        @Override
        public boolean isValid() {
            return false;
        }
    }
}

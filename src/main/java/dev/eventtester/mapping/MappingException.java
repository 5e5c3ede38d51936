package dev.eventtester.mapping;

/** The mapping has no result for an event; the message says why. */
public final class MappingException extends RuntimeException {

    public MappingException(String message) {
        super(message, null, false, false);
    }
}

package dev.eventtester.field.definition;

/** A field definition that can not be compiled; the message names what is wrong. */
public final class InvalidFieldDefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidFieldDefinitionException(String message) {
        super(message);
    }
}

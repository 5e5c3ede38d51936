package dev.eventtester.mapping.directive;

/** A directive that cannot go on, or a limit that is exceeded; the message says which. */
public final class DirectiveException extends RuntimeException {

    public DirectiveException(String message) {
        super(message, null, false, false);
    }
}

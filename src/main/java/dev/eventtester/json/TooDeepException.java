package dev.eventtester.json;

/** A value nests deeper than any honest one; the message names the limit. */
public final class TooDeepException extends RuntimeException {

    TooDeepException(int limit) {
        super("The value exceeds the limit of " + limit + " nested levels", null, false, false);
    }
}

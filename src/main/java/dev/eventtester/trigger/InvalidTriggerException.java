package dev.eventtester.trigger;

/**
 * The text is no trigger. The message is fit for the author: what is wrong and where, or the reference engine's own
 * words for a missing function argument or a missing value, which callers rely on.
 */
public final class InvalidTriggerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int position;

    InvalidTriggerException(String code, int position, String message) {
        super(message);
        this.code = code;
        this.position = position;
    }

    /** A stable name of the kind of error in kebab case, such as {@code illegal-character} or {@code too-long}. */
    public String code() {
        return code;
    }

    /** Where it is wrong, as an offset in UTF-16 units from 0. */
    public int position() {
        return position;
    }
}

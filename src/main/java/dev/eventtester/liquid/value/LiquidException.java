package dev.eventtester.liquid.value;

/**
 * A Liquid template that cannot be parsed or rendered. The message says what is wrong and, where it is known, the
 * line and column in the template (both from 1).
 */
public final class LiquidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean placed;

    public LiquidException(String message) {
        this(message, false);
    }

    private LiquidException(String message, boolean placed) {
        super(message, null, false, false);
        this.placed = placed;
    }

    /** The same failure with its place, unless it has one already. */
    public LiquidException at(Place place) {
        return placed ? this : new LiquidException(getMessage() + place, true);
    }
}

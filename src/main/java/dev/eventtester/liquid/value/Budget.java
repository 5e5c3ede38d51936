package dev.eventtester.liquid.value;

import dev.eventtester.json.JsJson;
import java.util.function.LongConsumer;

/**
 * What one rendering may cost. Work is counted instead of timed, so that the same template and event always end
 * the same way; a unit is about a character copied, and {@link #VALUE} units a value made or visited. Not safe for
 * concurrent use: every rendering has its own.
 */
public final class Budget {

    /** The work of a value. */
    public static final int VALUE = 8;

    private static final int FRACTION = 4 * VALUE;
    private static final double LONG_NUMBER = 1e15;
    private static final long MAX_WORK = 3_000_000;
    private static final double MAX_MEMORY = 1e8;

    private final LongConsumer meter;
    private long work;
    private double memory;
    private int depth;

    /**
     * A budget of its own within one that is shared.
     *
     * @param meter told the same work as this budget; may throw to end it
     */
    public Budget(LongConsumer meter) {
        this.meter = meter;
    }

    /** Counts work, before or right after it is done. */
    public void work(long units) {
        work += units;
        if (work > MAX_WORK || units > MAX_WORK) {
            throw new LiquidException("template render limit exceeded");
        }
        meter.accept(units);
    }

    /** Counts the work of finding the digits of a number that is to be shown: few for whole numbers. */
    public void workForDigits(double number) {
        if (number != Math.rint(number) || Math.abs(number) >= LONG_NUMBER) {
            work(FRACTION);
        }
    }

    /** Counts what a template merely asks for, as the reference engine does: nothing for NaN and negative counts. */
    public void reserve(double count) {
        if (count > 0) {
            memory += count;
            if (memory > MAX_MEMORY) {
                throw new LiquidException("memory alloc limit exceeded");
            }
        }
    }

    /** Enters a nested value; {@link #leave} ends it. */
    public void enter() {
        if (++depth > JsJson.MAX_DEPTH) {
            throw new LiquidException("value nesting limit exceeded");
        }
    }

    /** Leaves the value that was entered last. */
    public void leave() {
        depth--;
    }
}

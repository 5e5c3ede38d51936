package dev.eventtester.liquid;

/**
 * What one rendering may cost. Work is counted instead of timed, so that the same template and event always end
 * the same way; a unit is about a character copied, and {@link #VALUE} units a value made or visited. Not safe for
 * concurrent use: every rendering has its own.
 */
final class Budget {

    /** The work of a value. */
    static final int VALUE = 8;

    private static final long MAX_WORK = 3_000_000;
    private static final double MAX_MEMORY = 1e8;
    private static final int MAX_DEPTH = 1_000;

    private long work;
    private double memory;
    private int depth;

    /** Counts work, before or right after it is done. */
    void work(long units) {
        work += units;
        if (work > MAX_WORK || units > MAX_WORK) {
            throw new LiquidException("template render limit exceeded");
        }
    }

    /** Counts what a template merely asks for, as the reference engine does: nothing for NaN and negative counts. */
    void reserve(double count) {
        if (count > 0) {
            memory += count;
            if (memory > MAX_MEMORY) {
                throw new LiquidException("memory alloc limit exceeded");
            }
        }
    }

    /** Enters a nested value; {@link #leave} ends it. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new LiquidException("value nesting limit exceeded");
        }
    }

    void leave() {
        depth--;
    }
}

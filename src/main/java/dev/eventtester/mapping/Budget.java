package dev.eventtester.mapping;

import dev.eventtester.json.JsJson;

/**
 * The work that one compilation or evaluation may do, so that no mapping and no event is expensive. A step is about
 * one value visited or made, or {@value #TEXT_PER_STEP} characters of text. Not thread-safe.
 */
final class Budget {

    static final int MAX_STEPS = 100_000;
    /** Nesting of mappings; each level takes a few stack frames. */
    static final int MAX_MAPPING_DEPTH = 256;
    /** Nesting of values that are copied, joined, encoded or decoded. */
    static final int MAX_VALUE_DEPTH = JsJson.MAX_DEPTH;

    private static final int TEXT_PER_STEP = 16;

    private int left = MAX_STEPS;

    /** Takes a number of steps. */
    void spend(int steps) {
        left -= steps;
        if (left < 0) {
            left = 0;
            throw new MappingException("The mapping exceeds the limit of " + MAX_STEPS + " steps");
        }
    }

    /** Takes the steps for a text that is made or searched. */
    void spendText(int length) {
        if (length >= TEXT_PER_STEP) {
            spend(length / TEXT_PER_STEP);
        }
    }

    static MappingException mappingTooDeep() {
        return new MappingException("The mapping exceeds the limit of " + MAX_MAPPING_DEPTH + " nested levels");
    }

    static MappingException valueTooDeep() {
        return new MappingException("The value exceeds the limit of " + MAX_VALUE_DEPTH + " nested levels");
    }
}

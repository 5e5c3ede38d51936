package dev.eventtester.mapping.directive;

import dev.eventtester.json.JsJson;

/**
 * The work that one compilation or evaluation may do, so that no mapping and no event is expensive. A step is about
 * one value visited or made, or {@value #TEXT_PER_STEP} characters of text. Not thread-safe.
 */
public final class Budget {

    static final int MAX_STEPS = 100_000;
    /** Nesting of mappings; each level takes a few stack frames. */
    static final int MAX_MAPPING_DEPTH = 256;
    /** Nesting of values that are copied, joined, encoded or decoded. */
    static final int MAX_VALUE_DEPTH = JsJson.MAX_DEPTH;

    private static final int TEXT_PER_STEP = 16;
    private static final int TEMPLATE_PER_STEP = 2;
    /** So that all templates of an evaluation together may do about as much as one alone. */
    private static final int LIQUID_PER_STEP = 32;

    private int left = MAX_STEPS;
    private long liquid;

    /** Takes a number of steps. */
    public void spend(int steps) {
        left -= steps;
        if (left < 0) {
            left = 0;
            throw new DirectiveException("The mapping exceeds the limit of " + MAX_STEPS + " steps");
        }
    }

    /** Takes the steps for a text that is made or searched. */
    public void spendText(int length) {
        if (length >= TEXT_PER_STEP) {
            spend(length / TEXT_PER_STEP);
        }
    }

    /** Takes the steps for a Liquid template that is parsed. */
    public void spendTemplate(int length) {
        spend(length / TEMPLATE_PER_STEP);
    }

    /** Takes the steps for work that Liquid does, in its units. */
    void spendLiquid(long units) {
        liquid += units;
        if (liquid >= LIQUID_PER_STEP) {
            spend((int) Math.min(Integer.MAX_VALUE / 2, liquid / LIQUID_PER_STEP));
            liquid %= LIQUID_PER_STEP;
        }
    }

    static DirectiveException mappingTooDeep() {
        return new DirectiveException("The mapping exceeds the limit of " + MAX_MAPPING_DEPTH + " nested levels");
    }

    static DirectiveException valueTooDeep() {
        return new DirectiveException("The value exceeds the limit of " + MAX_VALUE_DEPTH + " nested levels");
    }
}

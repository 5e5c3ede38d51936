package dev.eventtester.filter.condition;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The condition of a filter: {@code all}, or an expression of the filter language. That language is wider than the one
 * of triggers: any path of the event, single quotes, negation, lists, more functions. Immutable and thread-safe.
 */
public final class FilterCondition {

    /** The longest text in UTF-16 units. */
    public static final int MAX_LENGTH = 5_000;

    private static final String ALL = "all";

    private final Expression expression;

    private FilterCondition(Expression expression) {
        this.expression = expression;
    }

    /**
     * Reads a condition.
     *
     * @throws InvalidConditionException if it is none or exceeds a limit
     */
    public static FilterCondition parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidConditionException("it is longer than " + MAX_LENGTH + " characters");
        }
        return new FilterCondition(
                text.strip().equals(ALL) ? Expression.ALWAYS : new ConditionParser(new ConditionLexer(text)).parse());
    }

    /** Whether an event meets the condition: only if the expression is true, not if it is some other value. */
    public boolean matches(JsonNode event) {
        return Expression.isTrue(expression.evaluate(event));
    }
}

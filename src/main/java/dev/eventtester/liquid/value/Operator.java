package dev.eventtester.liquid.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsType;

/** The operators of conditions. {@code not} takes one operand, all others take two. */
public enum Operator implements Expression.Step {
    EQUAL("==", 2),
    NOT_EQUAL("!=", 2),
    AT_LEAST(">=", 2),
    AT_MOST("<=", 2),
    MORE(">", 2),
    LESS("<", 2),
    CONTAINS("contains", 2),
    NOT("not", 1),
    AND("and", 0),
    OR("or", 0);

    private final String symbol;
    private final int precedence;

    Operator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether this operator, written earlier, is evaluated before a later one; equals evaluate from right to left. */
    boolean bindsTighterThan(Operator later) {
        return precedence > later.precedence;
    }

    boolean isUnary() {
        return this == NOT;
    }

    /**
     * Applies the operator.
     *
     * @param left the left operand, ignored by {@code not}
     */
    boolean test(JsonNode left, JsonNode right, Budget budget) {
        return switch (this) {
            case EQUAL -> Values.equal(left, right, budget);
            case NOT_EQUAL -> !Values.equal(left, right, budget);
            case CONTAINS -> contains(Values.plain(left), right, budget);
            case NOT -> !Values.isTrue(right);
            case AND -> Values.isTrue(left) && Values.isTrue(right);
            case OR -> Values.isTrue(left) || Values.isTrue(right);
            default -> inOrder(left, right, budget);
        };
    }

    private boolean inOrder(JsonNode left, JsonNode right, Budget budget) {
        if (Values.isWord(left) || Values.isWord(right)) {
            return false;
        }
        return Values.inOrder(
                left,
                right,
                order -> switch (this) {
                    case AT_LEAST -> order >= 0;
                    case AT_MOST -> order <= 0;
                    case MORE -> order > 0;
                    default -> order < 0;
                },
                budget);
    }

    private static boolean contains(JsonNode left, JsonNode right, Budget budget) {
        if (JsType.of(left) == JsType.STRING) {
            String text = Values.toText(Values.plain(right), budget);
            budget.work(left.textValue().length());
            return TextSearch.first(left.textValue(), text, 0, budget) >= 0;
        }
        if (!left.isArray()) {
            return false;
        }
        for (JsonNode item : left) {
            if (Values.equal(item, right, budget)) {
                return true;
            }
        }
        return false;
    }
}

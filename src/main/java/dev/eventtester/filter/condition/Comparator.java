package dev.eventtester.filter.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiPredicate;

/** How two values may relate. Values of different types are never equal, and only numbers are less or greater. */
enum Comparator {
    EQUAL("=", Comparator::equal),
    UNEQUAL("!=", (left, right) -> !equal(left, right)),
    AT_LEAST(">=", (left, right) -> areNumbers(left, right) && compare(left, right) >= 0),
    AT_MOST("<=", (left, right) -> areNumbers(left, right) && compare(left, right) <= 0),
    GREATER(">", (left, right) -> areNumbers(left, right) && compare(left, right) > 0),
    LESS("<", (left, right) -> areNumbers(left, right) && compare(left, right) < 0),
    IN("in", Comparator::isIn);

    private final String sign;
    private final BiPredicate<JsonNode, JsonNode> rule;

    Comparator(String sign, BiPredicate<JsonNode, JsonNode> rule) {
        this.sign = sign;
        this.rule = rule;
    }

    String sign() {
        return sign;
    }

    boolean holds(JsonNode left, JsonNode right) {
        return rule.test(left, right);
    }

    private static boolean equal(JsonNode left, JsonNode right) {
        return left.equals(
                (one, other) -> one.isNumber() && other.isNumber() ? compare(one, other) : one.equals(other) ? 0 : 1,
                right);
    }

    private static boolean isIn(JsonNode value, JsonNode list) {
        if (list.isArray()) {
            for (JsonNode element : list) {
                if (equal(value, element)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areNumbers(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber();
    }

    /** As the doubles that they are to the pipeline. */
    private static int compare(JsonNode left, JsonNode right) {
        return Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
    }
}

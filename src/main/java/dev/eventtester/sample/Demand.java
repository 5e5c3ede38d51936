package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsType;
import dev.eventtester.trigger.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All that a trigger asks of one place in the event. */
final class Demand {

    private final List<Comparison> comparisons;

    Demand(List<Comparison> comparisons) {
        this.comparisons = comparisons;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    boolean accepts(JsonNode value) {
        for (Comparison comparison : comparisons) {
            if (!holds(comparison, value)) {
                return false;
            }
        }
        return true;
    }

    /** Some value that is accepted, missing where nothing may be there; empty if there is none. */
    Optional<JsonNode> answer(List<JsonNode> suggestions) {
        return answer(suggestions, value -> true);
    }

    /** Some value that is accepted, if possible one that suits too. */
    Optional<JsonNode> answer(List<JsonNode> suggestions, Predicate<JsonNode> suits) {
        List<JsonNode> accepted = new ArrayList<>();
        for (JsonNode candidate : Candidates.of(comparisons, suggestions)) {
            if (accepts(candidate)) {
                if (suits.test(candidate)) {
                    return Optional.of(candidate);
                }
                accepted.add(candidate);
            }
        }
        return accepted.stream().findFirst();
    }

    private static boolean holds(Comparison comparison, JsonNode actual) {
        return switch (comparison.operator()) {
            case EXISTS -> !JsType.isNullish(actual);
            case NOT_EXISTS -> JsType.isNullish(actual);
            case IS_TRUE -> actual.isBoolean() && actual.booleanValue();
            case IS_FALSE -> actual.isBoolean() && !actual.booleanValue();
            case UNKNOWN -> false;
            case NOT_EQUALS -> !comparison.expectedText().equals(actual.textValue());
            default ->
                comparison.operator().wantsNumber()
                        ? actual.isNumber() && holds(comparison, actual.doubleValue())
                        : actual.isTextual() && holds(comparison, actual.textValue());
        };
    }

    private static boolean holds(Comparison comparison, double actual) {
        double expected = comparison.expectedNumber();
        return switch (comparison.operator()) {
            case NUMBER_EQUALS -> actual == expected;
            case NUMBER_NOT_EQUALS -> actual != expected;
            case LESS -> actual < expected;
            case AT_MOST -> actual <= expected;
            case GREATER -> actual > expected;
            default -> actual >= expected;
        };
    }

    private static boolean holds(Comparison comparison, String actual) {
        String expected = comparison.expectedText();
        return switch (comparison.operator()) {
            case EQUALS -> actual.equals(expected);
            case CONTAINS -> actual.contains(expected);
            case NOT_CONTAINS -> !actual.contains(expected);
            case STARTS_WITH -> actual.startsWith(expected);
            case NOT_STARTS_WITH -> !actual.startsWith(expected);
            case ENDS_WITH -> actual.endsWith(expected);
            default -> !actual.endsWith(expected);
        };
    }
}

package dev.eventtester.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import dev.eventtester.trigger.condition.Comparison;
import dev.eventtester.trigger.condition.Excerpt;
import dev.eventtester.trigger.condition.Finding;
import dev.eventtester.trigger.condition.Operator;
import java.util.List;

/** Says in one sentence how near an event came to a trigger and what is in the way. */
final class NearestMiss {

    private static final int MAX_MISSES = 3;
    private static final int MAX_TEXT = 80;

    private NearestMiss() {}

    /** @param finding one that does not hold */
    static String of(Finding finding) {
        if (finding instanceof Finding.OfGroup group) {
            return group.all() ? ofAll(group.children()) : ofAny(group.children());
        }
        return finding instanceof Finding.OfComparison comparison
                ? ofComparison(comparison)
                : "a group has no condition, so that its evaluation fails";
    }

    private static String ofAll(List<Finding> children) {
        List<Finding> misses = children.stream().filter(child -> !child.holds()).toList();
        StringBuilder sentence = new StringBuilder();
        if (children.size() > 1) {
            int holding = children.size() - misses.size();
            sentence.append(holding == 0 ? "none" : Integer.toString(holding))
                    .append(" of ")
                    .append(children.size())
                    .append(holding < 2 ? " conditions holds" : " conditions hold");
        }
        for (Finding miss : misses.subList(0, Math.min(MAX_MISSES, misses.size()))) {
            String part = of(miss);
            boolean whole = miss instanceof Finding.OfGroup && children.size() > 1;
            sentence.append(sentence.isEmpty() ? "" : "; ").append(whole ? "(" + part + ")" : part);
        }
        if (misses.size() > MAX_MISSES) {
            sentence.append("; and ").append(misses.size() - MAX_MISSES).append(" more");
        }
        return sentence.toString();
    }

    private static String ofAny(List<Finding> children) {
        Finding nearest = children.get(0);
        for (Finding child : children) {
            if (nearness(child) > nearness(nearest)) {
                nearest = child;
            }
        }
        return "none of " + children.size() + " alternatives holds; the nearest: " + of(nearest);
    }

    /** From 0 for far away to 1 for what holds. */
    private static double nearness(Finding finding) {
        if (finding.holds()) {
            return 1;
        }
        if (finding instanceof Finding.OfGroup group) {
            return group.children().stream()
                    .mapToDouble(NearestMiss::nearness)
                    .average()
                    .orElse(0);
        }
        return finding instanceof Finding.OfComparison comparison ? nearness(comparison) : 0;
    }

    private static double nearness(Finding.OfComparison miss) {
        JsonNode actual = miss.actual();
        if (JsType.isNullish(actual) || miss.comparison().operator() == Operator.UNKNOWN) {
            return 0;
        }
        String expected = miss.comparison().expectedText();
        if (!actual.isContainerNode() && JsText.of(actual).equalsIgnoreCase(expected)) {
            return 0.9;
        }
        return actual.isNumber() == miss.comparison().operator().wantsNumber() ? 0.3 : 0.1;
    }

    private static String ofComparison(Finding.OfComparison miss) {
        Comparison comparison = miss.comparison();
        if (comparison.operator() == Operator.UNKNOWN) {
            return "`" + comparison.path() + "` is compared with the unknown operator " + quote(comparison.word())
                    + ", which never holds";
        }
        return "`" + comparison.path() + "` is " + describe(miss.actual()) + ", the trigger wants " + wanted(comparison)
                + hint(comparison, miss.actual());
    }

    private static String describe(JsonNode actual) {
        return switch (JsType.of(actual)) {
            case UNDEFINED -> "missing";
            case NULL -> "null";
            case BOOLEAN -> "the boolean " + actual.booleanValue();
            case NUMBER -> "the number " + JsNumber.text(actual.doubleValue());
            case STRING -> "the text " + quote(actual.textValue());
            case ARRAY -> "an array of " + actual.size();
            case OBJECT -> "an object";
        };
    }

    private static String wanted(Comparison comparison) {
        String text = quote(comparison.expectedText());
        return switch (comparison.operator()) {
            case EQUALS -> "the text " + text;
            case NOT_EQUALS -> "anything but the text " + text;
            case NUMBER_EQUALS -> "the number " + number(comparison);
            case NUMBER_NOT_EQUALS -> "a number other than " + number(comparison);
            case LESS -> "a number less than " + number(comparison);
            case AT_MOST -> "a number of at most " + number(comparison);
            case GREATER -> "a number greater than " + number(comparison);
            case AT_LEAST -> "a number of at least " + number(comparison);
            case CONTAINS -> "a text that contains " + text;
            case NOT_CONTAINS -> "a text that does not contain " + text;
            case STARTS_WITH -> "a text that starts with " + text;
            case NOT_STARTS_WITH -> "a text that does not start with " + text;
            case ENDS_WITH -> "a text that ends with " + text;
            case NOT_ENDS_WITH -> "a text that does not end with " + text;
            case EXISTS -> "any value";
            case NOT_EXISTS -> "none";
            case IS_TRUE -> "the boolean true";
            case IS_FALSE -> "the boolean false";
            case UNKNOWN -> "nothing that can be";
        };
    }

    private static String number(Comparison comparison) {
        return Double.isNaN(comparison.expectedNumber())
                ? quote(comparison.expectedText()) + ", which is no number"
                : JsNumber.text(comparison.expectedNumber());
    }

    private static String hint(Comparison comparison, JsonNode actual) {
        String expected = comparison.expectedText();
        boolean quoted = expected.length() > 1 && expected.startsWith("'") && expected.endsWith("'");
        if (quoted && comparison.operator().comparesText()) {
            return " (single quotes are part of the value)";
        }
        boolean caseOnly = comparison.operator() == Operator.EQUALS
                && actual.isTextual()
                && actual.textValue().equalsIgnoreCase(expected);
        return caseOnly ? " (upper and lower case differ)" : "";
    }

    private static String quote(String text) {
        String shown = Excerpt.cut(text, MAX_TEXT);
        return "\"" + shown + (shown.length() < text.length() ? "…" : "") + "\"";
    }
}

package dev.eventtester.trigger.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.util.List;
import java.util.Set;

/** One value of the event, an operator, and what is expected. */
public final class Comparison extends Condition {

    private final EventPath path;
    private final Operator operator;
    private final String word;
    private final JsonNode expected;
    private final String expectedText;
    private final double expectedNumber;
    private final TextSearch search;

    private Comparison(EventPath path, Operator operator, String word, JsonNode expected) {
        this.path = path;
        this.operator = operator;
        this.word = word;
        this.expected = expected;
        this.expectedText = JsText.of(expected);
        this.expectedNumber = JsNumber.of(expected);
        boolean searches = operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
        this.search = searches ? new TextSearch(expectedText) : null;
    }

    /** A comparison by the operator's word, which need not be known. */
    public static Comparison of(EventPath path, String word, JsonNode expected) {
        return new Comparison(path, Operator.of(word), word, expected);
    }

    /** A comparison with an expected value. */
    public static Comparison of(EventPath path, Operator operator, JsonNode expected) {
        return new Comparison(path, operator, operator.word(), expected);
    }

    /** A comparison that expects no value. */
    public static Comparison of(EventPath path, Operator operator) {
        return new Comparison(path, operator, operator.word(), MissingNode.getInstance());
    }

    /** Where the value is, such as {@code properties.cart.total}. */
    public String path() {
        return path.text();
    }

    /** The names on the way to the value, the first of which is a member of the event. */
    public List<String> names() {
        return path.names();
    }

    /** What is asked; {@link Operator#UNKNOWN} never holds. */
    public Operator operator() {
        return operator;
    }

    /** The operator as written, also when unknown. */
    public String word() {
        return word;
    }

    /** The text, number or boolean that the trigger gives; missing where the operator has none. Numbers may be NaN. */
    public JsonNode expected() {
        return expected;
    }

    /** The expected value as the text that values are compared with. */
    public String expectedText() {
        return expectedText;
    }

    /** The expected value as the number that values are compared with, NaN when it is none. */
    public double expectedNumber() {
        return expectedNumber;
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("path", path());
        json.put("operator", word);
        if (!expected.isMissingNode()) {
            json.set("expected", isNaN() ? JsonNodeFactory.instance.textNode("NaN") : expected);
        }
        return json;
    }

    private boolean isNaN() {
        return expected.isNumber() && Double.isNaN(expectedNumber);
    }

    @Override
    public Verdict judge(JsonNode event, List<Finding> findings) {
        if (path.isNameless()) {
            return judgeNameless(event, findings);
        }
        JsonNode actual = path.find(event);
        boolean holds = holds(actual);
        if (findings != null) {
            findings.add(new Finding.OfComparison(this, actual, holds, true));
        }
        return holds ? Verdict.HOLDS : Verdict.FAILS;
    }

    private Verdict judgeNameless(JsonNode event, List<Finding> findings) {
        if (findings != null) {
            findings.add(new Finding.OfComparison(this, MissingNode.getInstance(), false, true));
        }
        return Verdict.EMPTY_PATH;
    }

    @Override
    public Finding unreached(JsonNode event) {
        JsonNode actual = path.isNameless() ? MissingNode.getInstance() : path.find(event);
        return new Finding.OfComparison(this, actual, !path.isNameless() && holds(actual), false);
    }

    /**
     * Whether a value of the event satisfies this comparison.
     *
     * @param actual the value, or missing
     */
    public boolean holds(JsonNode actual) {
        if (actual instanceof TextNode text) {
            return holdsForText(text.textValue());
        }
        return actual instanceof NumericNode number ? holdsForNumber(number.doubleValue()) : holdsForOther(actual);
    }

    private boolean holdsForText(String actual) {
        return switch (operator) {
            case EQUALS -> actual.equals(expectedText);
            case NOT_EQUALS -> !actual.equals(expectedText);
            case CONTAINS -> search.isIn(actual);
            case NOT_CONTAINS -> !search.isIn(actual);
            case STARTS_WITH -> actual.startsWith(expectedText);
            case NOT_STARTS_WITH -> !actual.startsWith(expectedText);
            case ENDS_WITH -> actual.endsWith(expectedText);
            case NOT_ENDS_WITH -> !actual.endsWith(expectedText);
            case EXISTS -> true;
            default -> false;
        };
    }

    private boolean holdsForNumber(double actual) {
        return switch (operator) {
            case NUMBER_EQUALS -> actual == expectedNumber;
            case NUMBER_NOT_EQUALS -> actual != expectedNumber;
            case LESS -> actual < expectedNumber;
            case AT_MOST -> actual <= expectedNumber;
            case GREATER -> actual > expectedNumber;
            case AT_LEAST -> actual >= expectedNumber;
            case NOT_EQUALS, EXISTS -> true;
            default -> false;
        };
    }

    private boolean holdsForOther(JsonNode actual) {
        return switch (operator) {
            case NOT_EQUALS -> true;
            case EXISTS -> !JsType.isNullish(actual);
            case NOT_EXISTS -> JsType.isNullish(actual);
            case IS_TRUE -> actual.isBoolean() && actual.booleanValue();
            case IS_FALSE -> actual.isBoolean() && !actual.booleanValue();
            default -> false;
        };
    }

    @Override
    public boolean meansSameAs(Condition other) {
        if (!(other instanceof Comparison comparison)
                || comparison.operator != operator
                || !comparison.path().equals(path())) {
            return false;
        }
        if (operator.wantsNumber()) {
            return Double.compare(comparison.expectedNumber, expectedNumber) == 0;
        }
        return !operator.comparesText() || comparison.expectedText.equals(expectedText);
    }

    @Override
    public void collectPaths(Set<String> paths) {
        paths.add(path());
    }

    @Override
    public String toString() {
        String value = expected.isTextual() ? " \"" + expectedText + "\"" : " " + expectedText;
        return path() + " " + word + (expected.isMissingNode() ? "" : value);
    }
}

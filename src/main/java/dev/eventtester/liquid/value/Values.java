package dev.eventtester.liquid.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Liquid's rules for values. Besides JSON values and undefined there are four words that are values of their own:
 * {@code nil}, {@code empty}, {@code blank} and, inside a block, {@code block}.
 */
public final class Values {

    public static final JsonNode UNDEFINED = MissingNode.getInstance();
    static final JsonNode NIL = new POJONode("nil");
    static final JsonNode EMPTY = new POJONode("empty");
    static final JsonNode BLANK = new POJONode("blank");
    static final JsonNode BLOCK = new POJONode("block");
    public static final JsonNode NO_TEXT = TextNode.valueOf("");

    private static final int LONG_NUMBER = 1_024;
    private static final int RADIX_DIGITS = 64;

    private Values() {}

    public static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    public static JsonNode number(double number) {
        return JsonNodeFactory.instance.numberNode(number);
    }

    static JsonNode truth(boolean truth) {
        return JsonNodeFactory.instance.booleanNode(truth);
    }

    public static JsonNode array(List<JsonNode> items) {
        return new ArrayNode(JsonNodeFactory.instance, items);
    }

    /** The JSON value behind a word: null for {@code nil}, the empty text for {@code empty} and {@code blank}. */
    public static JsonNode plain(JsonNode value) {
        if (value == NIL) {
            return NullNode.getInstance();
        }
        return value == EMPTY || value == BLANK ? NO_TEXT : value;
    }

    public static boolean isNil(JsonNode value) {
        return JsType.isNullish(plain(value));
    }

    /** Only nil, undefined and false are false; zero and the empty text are true. */
    public static boolean isTrue(JsonNode value) {
        return !isNil(value) && !(value.isBoolean() && !value.booleanValue());
    }

    /** {@code String(value)}: arrays join with commas. */
    public static String toText(JsonNode value, Budget budget) {
        return switch (JsType.of(value)) {
            case STRING -> value.textValue();
            case ARRAY -> join(value, ",", budget);
            case OBJECT -> objectText(value);
            case NUMBER -> numberText(value.doubleValue(), budget);
            default -> JsText.of(value);
        };
    }

    private static String numberText(double number, Budget budget) {
        budget.workForDigits(number);
        return JsNumber.text(number);
    }

    private static String objectText(JsonNode object) {
        if (object.has("toString")) {
            throw new LiquidException("an object with a member \"toString\" has no text");
        }
        return JsText.of(object);
    }

    /** {@code array.join(separator)}: null and undefined leave nothing. */
    public static String join(JsonNode array, String separator, Budget budget) {
        budget.enter();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text.append(separator);
            }
            JsonNode item = array.get(i);
            String part = JsType.isNullish(item) ? "" : toText(item, budget);
            budget.work(Budget.VALUE + separator.length() + part.length());
            text.append(part);
        }
        budget.leave();
        return text.toString();
    }

    /** What an output of the value shows: nothing for nil, arrays item after item. */
    public static void print(JsonNode value, StringBuilder out, Budget budget) {
        JsonNode plain = plain(value);
        if (plain.isArray()) {
            budget.enter();
            for (JsonNode item : plain) {
                print(item, out, budget);
            }
            budget.leave();
        } else if (!JsType.isNullish(plain)) {
            String text = toText(plain, budget);
            budget.work(text.length());
            out.append(text);
        }
        budget.work(Budget.VALUE);
    }

    /** {@link #print} as a text. */
    public static String printed(JsonNode value, Budget budget) {
        if (value.isTextual()) {
            return value.textValue();
        }
        StringBuilder text = new StringBuilder();
        print(value, text, budget);
        return text.toString();
    }

    /** {@code Number(value)}; arrays and objects through their text. */
    public static double toNumber(JsonNode value, Budget budget) {
        JsonNode plain = plain(value);
        return switch (JsType.of(plain)) {
            case STRING, ARRAY, OBJECT -> parse(toText(plain, budget), budget);
            default -> JsNumber.of(plain);
        };
    }

    private static double parse(String text, Budget budget) {
        long length = text.length();
        // Digits of another radix than ten cost more, the more there are.
        String start = JsText.trim(text.substring(0, Math.min(LONG_NUMBER, text.length())));
        boolean mayHaveRadix = length > LONG_NUMBER && (start.isEmpty() || start.startsWith("0"));
        budget.work(mayHaveRadix ? length * length / RADIX_DIGITS : length);
        return JsNumber.parse(text);
    }

    /** A number for arithmetic: what is not a number counts as 0. */
    public static double toAmount(JsonNode value, Budget budget) {
        double number = toNumber(value, budget);
        return Double.isNaN(number) ? 0 : number;
    }

    /** {@code left + right} of JavaScript: concatenates as soon as one side is not a number. */
    public static JsonNode plus(JsonNode left, JsonNode right, Budget budget) {
        JsonNode l = primitive(left, budget);
        JsonNode r = primitive(right, budget);
        if (l.isTextual() || r.isTextual()) {
            return text(toText(l, budget) + toText(r, budget));
        }
        return number(JsNumber.of(l) + JsNumber.of(r));
    }

    private static JsonNode primitive(JsonNode value, Budget budget) {
        JsonNode plain = plain(value);
        return plain.isContainerNode() || plain.isPojo() ? text(toText(plain, budget)) : plain;
    }

    /** Whether two values are in a wanted order; texts compare by UTF-16 units, everything else as numbers. */
    static boolean inOrder(JsonNode left, JsonNode right, IntPredicate wanted, Budget budget) {
        JsonNode l = primitive(left, budget);
        JsonNode r = primitive(right, budget);
        if (l.isTextual() && r.isTextual()) {
            budget.work(Math.min(l.textValue().length(), r.textValue().length()));
            return wanted.test(l.textValue().compareTo(r.textValue()));
        }
        double a = toNumber(l, budget);
        double b = toNumber(r, budget);
        return !Double.isNaN(a) && !Double.isNaN(b) && wanted.test(a < b ? -1 : a > b ? 1 : 0);
    }

    /** Whether a value is one of the words that equal by their own rule and are in no order with anything. */
    static boolean isWord(JsonNode value) {
        return value == NIL || value == EMPTY || value == BLANK;
    }

    /** Liquid's {@code ==}: no conversion, arrays item by item, objects only when they are the same one. */
    public static boolean equal(JsonNode left, JsonNode right, Budget budget) {
        budget.work(Budget.VALUE);
        if (isWord(left)) {
            return wordEquals(left, right, budget);
        }
        if (isWord(right)) {
            return wordEquals(right, left, budget);
        }
        JsType type = JsType.of(left);
        if (type != JsType.of(right)) {
            return false;
        }
        return switch (type) {
            case STRING -> {
                budget.work(left.textValue().length());
                yield left.textValue().equals(right.textValue());
            }
            case NUMBER -> left.doubleValue() == right.doubleValue();
            case BOOLEAN -> left.booleanValue() == right.booleanValue();
            case ARRAY -> itemsEqual(left, right, budget);
            case OBJECT -> left == right;
            case NULL, UNDEFINED -> true;
        };
    }

    private static boolean itemsEqual(JsonNode left, JsonNode right, Budget budget) {
        if (left.size() != right.size()) {
            return false;
        }
        budget.enter();
        boolean equal = true;
        for (int i = 0; equal && i < left.size(); i++) {
            equal = equal(left.get(i), right.get(i), budget);
        }
        budget.leave();
        return equal;
    }

    private static boolean wordEquals(JsonNode word, JsonNode value, Budget budget) {
        if (word == NIL) {
            return isNil(value);
        }
        if (word == BLANK && isBlank(value, budget)) {
            return true;
        }
        if (value == EMPTY || value == BLANK) {
            return false;
        }
        JsonNode plain = plain(value);
        return plain.isTextual() ? plain.textValue().isEmpty() : (plain.isContainerNode() && plain.isEmpty());
    }

    private static boolean isBlank(JsonNode value, Budget budget) {
        if (isNil(value) || (value.isBoolean() && !value.booleanValue())) {
            return true;
        }
        if (!value.isTextual()) {
            return false;
        }
        budget.work(value.textValue().length());
        return value.textValue().chars().allMatch(c -> JsText.isWhitespace((char) c));
    }
}

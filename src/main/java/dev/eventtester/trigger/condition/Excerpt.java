package dev.eventtester.trigger.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Keeps the values that an explanation shows small: many conditions may look at one large member of the event. */
public final class Excerpt {

    private static final int MAX_TEXT = 500;
    private static final int MAX_NODES = 50;
    private static final int MAX_DEPTH = 10;

    private Excerpt() {}

    /** The value itself if it is small, else the beginning of a text, or missing in place of a large container. */
    static JsonNode of(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            return text.length() <= MAX_TEXT ? value : TextNode.valueOf(cut(text, MAX_TEXT));
        }
        return weigh(value, 0, 0) <= MAX_NODES ? value : MissingNode.getInstance();
    }

    /** The first units of a text, never ending in half a character. */
    public static String cut(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units);
    }

    private static int weigh(JsonNode value, int depth, int weight) {
        if (depth > MAX_DEPTH) {
            return MAX_NODES + 1;
        }
        int sum = weight + 1 + (value.isTextual() ? value.textValue().length() / 100 : 0);
        for (JsonNode child : value) {
            if (sum > MAX_NODES) {
                return sum;
            }
            sum = weigh(child, depth + 1, sum);
        }
        return sum;
    }
}

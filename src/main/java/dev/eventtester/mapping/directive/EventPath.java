package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsType;
import java.util.ArrayList;
import java.util.List;

/** A path into an event, split into keys once. Immutable. */
public final class EventPath {

    private final String[] keys;
    /** The array index that a key spells, or -1. */
    private final int[] indexes;

    private EventPath(List<String> keys) {
        this.keys = keys.toArray(String[]::new);
        this.indexes = new int[this.keys.length];
        for (int i = 0; i < indexes.length; i++) {
            long index = JsJson.index(this.keys[i]);
            indexes[i] = index > Integer.MAX_VALUE ? -1 : (int) index;
        }
    }

    /** A path as templates write it: {@code $.} has no meaning (case map-tmpl-dollar-a). */
    public static EventPath inTemplate(String text) {
        return new EventPath(split(text));
    }

    /** A path as directives write it: the first {@code $.} is dropped, wherever it is (map-path-dollar-middle-1-a). */
    public static EventPath inDirective(String text) {
        int dollar = text.indexOf("$.");
        return inTemplate(dollar < 0 ? text : text.substring(0, dollar) + text.substring(dollar + 2));
    }

    /** The keys joined with dots; empty for the whole event. */
    public String dotted() {
        return String.join(".", keys);
    }

    /** The first key; empty for the whole event. */
    public String first() {
        return keys.length == 0 ? "" : keys[0];
    }

    public int length() {
        return keys.length;
    }

    /** The value at this path; a falsy value on the way ends the walk and is the result (map-path-falsy-parent-a). */
    JsonNode in(JsonNode event) {
        JsonNode current = event;
        for (int i = 0; i < keys.length; i++) {
            if (!JsType.isTruthy(current)) {
                return current;
            }
            current = member(current, i);
        }
        return current;
    }

    private JsonNode member(JsonNode parent, int at) {
        if (parent instanceof ObjectNode) {
            JsonNode member = parent.get(keys[at]);
            return member == null ? MissingNode.getInstance() : member;
        }
        if (parent instanceof ArrayNode) {
            int index = indexes[at];
            if (index >= 0) {
                return parent.path(index);
            }
            return "length".equals(keys[at]) ? IntNode.valueOf(parent.size()) : MissingNode.getInstance();
        }
        return parent instanceof TextNode ? characterOrLength(parent.textValue(), at) : MissingNode.getInstance();
    }

    private JsonNode characterOrLength(String text, int at) {
        int index = indexes[at];
        if (index >= 0 && index < text.length()) {
            return TextNode.valueOf(text.substring(index, index + 1));
        }
        return "length".equals(keys[at]) ? IntNode.valueOf(text.length()) : MissingNode.getInstance();
    }

    private static List<String> split(String path) {
        List<String> keys = new ArrayList<>(4);
        int start = 0;
        int i = 0;
        while (i < path.length()) {
            int end = separatorEnd(path, i);
            if (end > i) {
                add(path, start, i, keys);
                start = end;
                i = end;
            } else {
                i++;
            }
        }
        add(path, start, path.length(), keys);
        return keys;
    }

    /** The end of the separator that begins here; the same position if none does. */
    private static int separatorEnd(String path, int at) {
        char c = path.charAt(at);
        if (c == '.') {
            return at + 1;
        }
        if (c == '[') {
            return at + 1 < path.length() && isQuoteOrDigit(path.charAt(at + 1)) ? at + 1 : at;
        }
        if (c != ']' || at == 0 || !isQuoteOrDigit(path.charAt(at - 1))) {
            return at;
        }
        int end = at + 1;
        while (end < path.length() && path.charAt(end) == ']') {
            end++;
        }
        return end;
    }

    private static boolean isQuoteOrDigit(char c) {
        return c == '\'' || c == '"' || (c >= '0' && c <= '9');
    }

    private static void add(String path, int start, int end, List<String> keys) {
        if (end > start) {
            keys.add(withoutQuotes(path.substring(start, end)));
        }
    }

    private static String withoutQuotes(String key) {
        return key.indexOf('\'') < 0 && key.indexOf('"') < 0
                ? key
                : key.replace("'", "").replace("\"", "");
    }
}

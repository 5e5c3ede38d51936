package dev.eventtester.trigger.condition;

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

/** Where in an event a value is, cut into names once. */
public final class EventPath {

    private static final String[] NONE = {};
    private static final String[] NOWHERE = {""};

    private final String text;
    private final String first;
    private final String[] rest;
    private final boolean nameless;

    private EventPath(String text, String first, String[] rest, boolean nameless) {
        this.text = text;
        this.first = first;
        this.rest = rest;
        this.nameless = nameless;
    }

    /** The path of a member of the event itself; a constant, as JSON parsers share member names with those. */
    public static EventPath of(String member) {
        return new EventPath(member, member, NONE, false);
    }

    /**
     * The path below a member of the event; dots and brackets separate, and empty names vanish. Below
     * the empty path nothing is ever found.
     */
    public static EventPath of(String section, String path) {
        List<String> names = new ArrayList<>(4);
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || isSeparator(path.charAt(i))) {
                if (i > start) {
                    names.add(path.substring(start, i));
                }
                start = i + 1;
            }
        }
        String[] rest = path.isEmpty() ? NOWHERE : names.toArray(NONE);
        return new EventPath(section + "." + path, section, rest, rest.length == 0);
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '[' || c == ']';
    }

    /** As a trigger spells it, without escapes. */
    String text() {
        return text;
    }

    /** The names on the way, the first of which is a member of the event. */
    List<String> names() {
        List<String> names = new ArrayList<>(rest.length + 1);
        names.add(first);
        names.addAll(List.of(rest));
        return names;
    }

    /** Whether no name is left below the section, so that the reference engine fails on it. */
    boolean isNameless() {
        return nameless;
    }

    /** The value, or missing. A falsy value on the way is the result itself (fql-falsy-parent-1-a). */
    JsonNode find(JsonNode event) {
        JsonNode value = member(event, first);
        return rest.length == 0 ? value : descend(value);
    }

    private JsonNode descend(JsonNode section) {
        if (rest == NOWHERE) {
            return MissingNode.getInstance();
        }
        JsonNode value = section;
        for (String name : rest) {
            if (!(value instanceof ObjectNode) && !JsType.isTruthy(value)) {
                return value;
            }
            value = member(value, name);
        }
        return value;
    }

    private static JsonNode member(JsonNode value, String name) {
        if (value instanceof ObjectNode object) {
            JsonNode member = object.get(name);
            return member == null ? MissingNode.getInstance() : member;
        }
        return elementOrLength(value, name);
    }

    /** Arrays and texts have a length in UTF-16 units and elements by index (fql-length-1-a). */
    private static JsonNode elementOrLength(JsonNode value, String name) {
        boolean text = value instanceof TextNode;
        if (!text && !(value instanceof ArrayNode)) {
            return MissingNode.getInstance();
        }
        int length = text ? value.textValue().length() : value.size();
        if (name.equals("length")) {
            return IntNode.valueOf(length);
        }
        long index = JsJson.index(name);
        if (index < 0 || index >= length) {
            return MissingNode.getInstance();
        }
        int at = (int) index;
        return text ? TextNode.valueOf(value.textValue().substring(at, at + 1)) : value.get(at);
    }
}

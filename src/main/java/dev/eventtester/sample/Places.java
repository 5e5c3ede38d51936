package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.json.JsJson;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes an event at the places that triggers and mappings name. Small numbers are indexes of lists. */
final class Places {

    static final String LENGTH = "length";

    private static final int MAX_DEPTH = 40;
    private static final int LONGEST_LIST = 50;

    private Places() {}

    /** The names of a mapping's path, none for the whole event. */
    static List<String> split(String path) {
        int dollar = path.indexOf("$.");
        String text = dollar < 0 ? path : path.substring(0, dollar) + path.substring(dollar + 2);
        List<String> names = new ArrayList<>(4);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c == '.' || c == '[' || c == ']') {
                if (!name.isEmpty()) {
                    names.add(name.toString());
                    name.setLength(0);
                }
            } else if (c != '\'' && c != '"') {
                name.append(c);
            }
        }
        return names;
    }

    /** The value at a place, or missing. */
    static JsonNode at(JsonNode event, List<String> names) {
        JsonNode value = event;
        for (String name : names) {
            value = member(value, name);
        }
        return value;
    }

    private static JsonNode member(JsonNode value, String name) {
        if (value instanceof ObjectNode) {
            return value.path(name);
        }
        if (name.equals(LENGTH) && value.isArray()) {
            return IntNode.valueOf(value.size());
        }
        if (name.equals(LENGTH) && value.isTextual()) {
            return IntNode.valueOf(value.textValue().length());
        }
        int index = index(name);
        return index >= 0 && value.isArray() ? value.path(index) : MissingNode.getInstance();
    }

    /** Puts a value in a place and makes what has to be around it; false where that is not possible. */
    static boolean put(ObjectNode event, List<String> names, JsonNode value) {
        if (names.isEmpty() || names.size() > MAX_DEPTH) {
            return false;
        }
        JsonNode parent = event;
        for (int i = 0; i < names.size() - 1; i++) {
            JsonNode child = member(parent, names.get(i));
            if (!child.isContainerNode() || (child.isArray() && index(names.get(i + 1)) < 0)) {
                return set(parent, names.get(i), around(names.subList(i + 1, names.size()), value));
            }
            parent = child;
        }
        return set(parent, names.get(names.size() - 1), value);
    }

    private static boolean set(JsonNode parent, String name, JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
            return true;
        }
        int index = index(name);
        if (!(parent instanceof ArrayNode array) || index < 0) {
            return false;
        }
        while (array.size() < index) {
            array.add(isFlat(value) ? value.deepCopy() : NullNode.getInstance());
        }
        if (array.size() == index) {
            array.add(value);
        } else {
            array.set(index, value);
        }
        return true;
    }

    /** Only flat values are copied for the indexes before them: lists in lists would multiply. */
    private static boolean isFlat(JsonNode value) {
        for (JsonNode child : value) {
            if (child.isContainerNode()) {
                return false;
            }
        }
        return !value.isArray();
    }

    private static JsonNode around(List<String> names, JsonNode value) {
        JsonNode whole = value;
        for (int i = names.size() - 1; i >= 0; i--) {
            boolean list = index(names.get(i)) >= 0;
            JsonNode parent = list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
            set(parent, names.get(i), whole);
            whole = parent;
        }
        return whole;
    }

    /** Takes the value at a place away; an item of a list becomes null, so that the others keep their places. */
    static void remove(ObjectNode event, List<String> names) {
        JsonNode parent = at(event, names.subList(0, names.size() - 1));
        String name = names.get(names.size() - 1);
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else if (parent instanceof ArrayNode array && index(name) >= 0 && index(name) < array.size()) {
            array.setNull(index(name));
        }
    }

    /** The index that a name is in a list of reasonable length, or -1. */
    static int index(String name) {
        long index = JsJson.index(name);
        return index < 0 || index >= LONGEST_LIST ? -1 : (int) index;
    }
}

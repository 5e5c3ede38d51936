package dev.eventtester.outcome.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Where two JSON values differ, by JSON pointer (RFC 6901). Members are compared by name, elements by their place. What
 * only one of them has is one change, however much is in it. Used once, not thread-safe.
 */
final class JsonChanges {

    /** Pointers repeat their beginnings, so that their sum can outgrow the values by far. */
    private static final int MOST_POINTER_CHARACTERS = 64 * 1024;

    private static final int MOST_CHANGES = 1000;

    private final ArrayNode changes = JsonNodeFactory.instance.arrayNode();
    private final StringBuilder pointer = new StringBuilder();
    private int pointerCharacters;
    private int omitted;

    private JsonChanges() {}

    /** Both values as a part of a comparison, with the list of what changed if something did. */
    static ObjectNode between(JsonNode before, JsonNode after) {
        ObjectNode json = Change.between(before, after).alone();
        if (before.equals(after)) {
            return json;
        }
        JsonChanges found = new JsonChanges();
        found.compare(before, after);
        json.set("changes", found.changes);
        if (found.omitted > 0) {
            json.put("omitted", found.omitted);
        }
        return json;
    }

    private void compare(JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            compareMembers(before, after);
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                step(Integer.toString(i), before.path(i), after.path(i));
            }
        } else if (!before.equals(after)) {
            add(before, after);
        }
    }

    private void compareMembers(JsonNode before, JsonNode after) {
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            step(member.getKey(), member.getValue(), after.path(member.getKey()));
        }
        for (Map.Entry<String, JsonNode> member : after.properties()) {
            if (!before.has(member.getKey())) {
                step(member.getKey(), MissingNode.getInstance(), member.getValue());
            }
        }
    }

    private void step(String name, JsonNode before, JsonNode after) {
        int length = pointer.length();
        pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        compare(before, after);
        pointer.setLength(length);
    }

    private void add(JsonNode before, JsonNode after) {
        if (changes.size() == MOST_CHANGES || pointerCharacters + pointer.length() > MOST_POINTER_CHARACTERS) {
            omitted++;
            return;
        }
        pointerCharacters += pointer.length();
        ObjectNode change = changes.addObject();
        change.put("pointer", pointer.toString());
        change.setAll(Change.values(before, after));
    }
}

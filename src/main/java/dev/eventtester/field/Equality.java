package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsType;
import java.util.Map.Entry;

/** Strict equality of JSON values: numbers as doubles, lists by position, objects by member. */
final class Equality {

    private Equality() {}

    /**
     * Compares as deep as the first value goes.
     *
     * @param declared comes from a definition, whose depth is limited
     */
    static boolean holds(JsonNode declared, JsonNode value) {
        JsType type = JsType.of(declared);
        if (type != JsType.of(value)) {
            return false;
        }
        return switch (type) {
            case STRING -> declared.textValue().equals(value.textValue());
            case NUMBER -> declared.doubleValue() == value.doubleValue();
            case BOOLEAN -> declared.booleanValue() == value.booleanValue();
            case NULL, UNDEFINED -> true;
            case ARRAY -> itemsEqual(declared, value);
            case OBJECT -> membersEqual(declared, value);
        };
    }

    private static boolean itemsEqual(JsonNode declared, JsonNode value) {
        if (declared.size() != value.size()) {
            return false;
        }
        for (int i = 0; i < declared.size(); i++) {
            if (!holds(declared.get(i), value.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean membersEqual(JsonNode declared, JsonNode value) {
        if (declared.size() != value.size()) {
            return false;
        }
        for (Entry<String, JsonNode> member : declared.properties()) {
            JsonNode other = value.get(member.getKey());
            if (other == null || !holds(member.getValue(), other)) {
                return false;
            }
        }
        return true;
    }
}

package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsType;
import java.util.Map.Entry;
import java.util.Set;

/** What the mapping language calls a directive. */
public final class Directives {

    public static final String ROOT = "__segment_internal_directive";
    private static final String METADATA = "_metadata";

    public static final Set<String> NAMES = Set.of(
            "@if",
            "@case",
            "@replace",
            "@arrayPath",
            "@path",
            "@template",
            "@literal",
            "@flatten",
            "@json",
            "@merge",
            "@transform",
            "@excludeWhenNull",
            "@liquid");

    private Directives() {}

    /** The number of keys that begin with {@code @}. */
    public static int count(JsonNode object) {
        int count = 0;
        for (Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().startsWith("@")) {
                count++;
            }
        }
        return count;
    }

    /** Whether a value is an object with a key that begins with {@code @}, well-formed or not. */
    public static boolean isMeant(JsonNode value) {
        return value.isObject() && count(value) > 0;
    }

    /** Whether there are keys that a directive may not have beside it. */
    public static boolean hasForeignKeys(JsonNode object) {
        for (Entry<String, JsonNode> member : object.properties()) {
            if (!member.getKey().startsWith("@") && !member.getKey().equals(METADATA)) {
                return true;
            }
        }
        return false;
    }

    /** The key that decides at run time: the first one that begins with {@code @}. */
    public static String name(JsonNode directive) {
        for (Entry<String, JsonNode> member : JsJson.members(directive)) {
            if (member.getKey().startsWith("@")) {
                return member.getKey();
            }
        }
        throw new IllegalArgumentException("no directive");
    }

    /** The kind of a value in messages. */
    public static String kind(JsonNode value) {
        return isMeant(value) ? "directive" : JsType.of(value).label();
    }
}

package dev.eventtester.json;

import com.fasterxml.jackson.databind.JsonNode;

/** How deep JSON nests; the walk itself never goes deeper than the limit. */
public final class Depth {

    private Depth() {}

    /** Whether a value has more than so many levels of arrays and objects. */
    public static boolean exceeds(JsonNode value, int limit) {
        if (!value.isContainerNode()) {
            return false;
        }
        if (limit == 0) {
            return true;
        }
        for (JsonNode child : value) {
            if (child.isContainerNode() && exceeds(child, limit - 1)) {
                return true;
            }
        }
        return false;
    }
}

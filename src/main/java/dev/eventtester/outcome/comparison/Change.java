package dev.eventtester.outcome.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What became of one thing from the earlier outcome to the later one. */
enum Change {
    UNCHANGED,
    CHANGED,
    /** Only the later outcome has it. */
    ADDED,
    /** Only the earlier outcome has it. */
    REMOVED;

    /** Compares two values; one that is missing is not there. */
    static Change between(JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return UNCHANGED;
        }
        if (before.isMissingNode()) {
            return ADDED;
        }
        return after.isMissingNode() ? REMOVED : CHANGED;
    }

    /** Both values with what became of them; a side that does not have it is left out. */
    static ObjectNode values(JsonNode before, JsonNode after) {
        return between(before, after).describe(before, after);
    }

    ObjectNode describe(JsonNode before, JsonNode after) {
        ObjectNode json = alone();
        if (!before.isMissingNode()) {
            json.set("before", before);
        }
        if (!after.isMissingNode()) {
            json.set("after", after);
        }
        return json;
    }

    /** Nothing but what became of it. */
    ObjectNode alone() {
        return JsonNodeFactory.instance.objectNode().put("change", name());
    }
}

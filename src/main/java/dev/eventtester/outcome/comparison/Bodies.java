package dev.eventtester.outcome.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Compares the bodies of two messages: as JSON where both are, else as the texts that they are. */
final class Bodies {

    private Bodies() {}

    /**
     * @param before the earlier message, whose body may be absent
     * @param after the later one
     */
    static ObjectNode compare(JsonNode before, JsonNode after) {
        JsonNode earlier = before.path("body");
        JsonNode later = after.path("body");
        boolean sameForm = before.path("encoding").equals(after.path("encoding"));
        if (sameForm && earlier.equals(later)) {
            return Change.UNCHANGED.alone();
        }
        JsonNode earlierJson = json(before);
        JsonNode laterJson = json(after);
        if (earlierJson.isMissingNode() || laterJson.isMissingNode() || earlierJson.equals(laterJson)) {
            return texts(before, after);
        }
        ObjectNode changes = JsonChanges.between(earlierJson, laterJson);
        return JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("change", changes.get("change"))
                .put("as", "JSON")
                .setAll(changes);
    }

    private static JsonNode json(JsonNode message) {
        return message.has("encoding") || !message.has("body")
                ? JsonNodeFactory.instance.missingNode()
                : ExactJson.parse(message.get("body").textValue());
    }

    private static ObjectNode texts(JsonNode before, JsonNode after) {
        Change change = Change.between(before.path("body"), after.path("body"));
        ObjectNode json = (change == Change.UNCHANGED ? Change.CHANGED : change).alone();
        json.put("as", before.has("encoding") || after.has("encoding") ? "BINARY" : "TEXT");
        set(json, "before", before);
        set(json, "after", after);
        return json;
    }

    private static void set(ObjectNode json, String name, JsonNode message) {
        if (message.has("body")) {
            json.set(name, message.get("body"));
        }
    }
}

package dev.eventtester.outcome.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Compares what one mapping did in both outcomes. */
final class Results {

    private Results() {}

    /**
     * @param before the earlier result, missing if the mapping was not tested then
     * @param after the later one, missing if the mapping was not tested then
     */
    static ObjectNode compare(JsonNode before, JsonNode after) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        JsonNode newest = after.isMissingNode() ? before : after;
        json.set("subscriptionId", newest.path("subscriptionId"));
        json.set("name", newest.path("name"));
        ObjectNode verdict = Change.values(before.path("verdict"), after.path("verdict"));
        if (before.isMissingNode() || after.isMissingNode()) {
            json.setAll(Change.between(before, after).alone());
            json.set("verdict", verdict);
            return json;
        }
        return json.setAll(parts(before, after, verdict));
    }

    private static ObjectNode parts(JsonNode before, JsonNode after, ObjectNode verdict) {
        Part parts = new Part()
                .with("verdict", verdict)
                .with("trigger", trigger(before.path("trigger"), after.path("trigger")))
                .with("stages", stages(before.path("stages"), after.path("stages")))
                .with("payload", JsonChanges.between(before.path("payload"), after.path("payload")));
        if (before.has("prediction") || after.has("prediction")) {
            parts.with("prediction", Change.values(before.path("prediction"), after.path("prediction")));
        }
        ObjectNode json = parts.with("calls", Calls.compare(before.path("calls"), after.path("calls")))
                .toJson();
        // the mapping may have been saved anew without doing anything else
        json.set("version", Change.values(before.path("version"), after.path("version")));
        return json;
    }

    private static ObjectNode trigger(JsonNode before, JsonNode after) {
        return new Part()
                .with("expression", Change.values(before.path("expression"), after.path("expression")))
                .with("matched", Change.values(before.path("matched"), after.path("matched")))
                .toJson();
    }

    private static ObjectNode stages(JsonNode before, JsonNode after) {
        Map<String, JsonNode> earlier = byName(before);
        Map<String, JsonNode> later = byName(after);
        Set<String> names = new LinkedHashSet<>(earlier.keySet());
        names.addAll(later.keySet());
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        for (String name : names) {
            JsonNode then = earlier.getOrDefault(name, MissingNode.getInstance());
            JsonNode now = later.getOrDefault(name, MissingNode.getInstance());
            if (!then.equals(now)) {
                changes.addObject().put("stage", name).setAll(Change.values(then, now));
            }
        }
        ObjectNode json = (changes.isEmpty() ? Change.UNCHANGED : Change.CHANGED).alone();
        return changes.isEmpty() ? json : json.set("changes", changes);
    }

    private static Map<String, JsonNode> byName(JsonNode stages) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        for (JsonNode stage : stages) {
            ObjectNode state = JsonNodeFactory.instance.objectNode();
            state.set("state", stage.path("state"));
            state.set("reasons", stage.path("reasons").isMissingNode() ? state.arrayNode() : stage.get("reasons"));
            byName.put(stage.path("stage").asText(), state);
        }
        return byName;
    }
}

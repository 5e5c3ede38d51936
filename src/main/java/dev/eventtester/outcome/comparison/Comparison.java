package dev.eventtester.outcome.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares two outcomes. Every part of the answer has a {@code change}; an unchanged part says so. */
public final class Comparison {

    private static final List<String> SHOWN =
            List.of("id", "kind", "delivery", "status", "verdict", "product", "startedAt", "startedBy", "destination");

    private Comparison() {}

    /**
     * One of the two outcomes.
     *
     * @param document its exact text
     * @param stale what is no longer true of it, as its own route tells
     */
    public record Side(String document, JsonNode stale) {}

    /**
     * What changed from one outcome to another. Their mappings are matched by {@code subscriptionId}, in the order of
     * the later one, those that only the earlier one has at the end.
     */
    public static ObjectNode of(Side before, Side after) {
        JsonNode earlier = ExactJson.parse(before.document());
        JsonNode later = ExactJson.parse(after.document());
        List<ObjectNode> mappings = mappings(byId(earlier), byId(later));
        ObjectNode parts = new Part()
                .with("verdict", Change.values(earlier.path("verdict"), later.path("verdict")))
                .with("event", JsonChanges.between(earlier.path("event"), later.path("event")))
                .with("mappings", mappings)
                .toJson();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("before", shown(earlier, before.stale()));
        json.set("after", shown(later, after.stale()));
        json.set("change", parts.remove("change"));
        json.set("summary", summary(mappings));
        return json.setAll(parts);
    }

    private static ObjectNode shown(JsonNode outcome, JsonNode stale) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        SHOWN.forEach(name -> json.set(name, outcome.path(name)));
        if (!stale.isEmpty()) {
            json.set("stale", stale);
        }
        return json;
    }

    private static ObjectNode summary(List<ObjectNode> mappings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode counts = json.putObject("mappings");
        counts.put("total", mappings.size());
        for (Change change : Change.values()) {
            counts.put(
                    change.name().toLowerCase(Locale.ROOT),
                    mappings.stream()
                            .filter(mapping -> mapping.get("change").textValue().equals(change.name()))
                            .count());
        }
        return json;
    }

    private static List<ObjectNode> mappings(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        JsonNode none = MissingNode.getInstance();
        return ids.stream()
                .map(id -> Results.compare(before.getOrDefault(id, none), after.getOrDefault(id, none)))
                .toList();
    }

    private static Map<String, JsonNode> byId(JsonNode outcome) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        outcome.path("mappings")
                .forEach(mapping -> byId.put(mapping.path("subscriptionId").asText(), mapping));
        return byId;
    }
}

package dev.eventtester.outcome.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Compares the calls of one mapping: the first with the first, and so on. Times are not compared. */
final class Calls {

    private Calls() {}

    /**
     * @param before the earlier calls, or missing
     * @param after the later ones, or missing
     */
    static List<ObjectNode> compare(JsonNode before, JsonNode after) {
        List<ObjectNode> calls = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            calls.add(call(before.path(i), after.path(i)));
        }
        return calls;
    }

    private static ObjectNode call(JsonNode before, JsonNode after) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (before.has("id")) {
            json.set("beforeId", before.get("id"));
        }
        if (after.has("id")) {
            json.set("afterId", after.get("id"));
        }
        boolean both = !before.isMissingNode() && !after.isMissingNode();
        return json.setAll(both ? parts(before, after) : Change.values(before, after));
    }

    private static ObjectNode parts(JsonNode before, JsonNode after) {
        return new Part()
                .with("state", Change.values(before.path("state"), after.path("state")))
                .with("reason", Change.values(before.path("reason"), after.path("reason")))
                .with("request", request(before.path("request"), after.path("request")))
                .with("response", response(before.path("response"), after.path("response")))
                .toJson();
    }

    private static ObjectNode request(JsonNode before, JsonNode after) {
        return new Part()
                .with("method", Change.values(before.path("method"), after.path("method")))
                .with("url", Change.values(before.path("url"), after.path("url")))
                .with("headers", Headers.ofRequests(before, after))
                .with("body", Bodies.compare(before, after))
                .toJson();
    }

    private static ObjectNode response(JsonNode before, JsonNode after) {
        if (before.isMissingNode() || after.isMissingNode()) {
            return Change.values(before, after);
        }
        return new Part()
                .with("statusCode", Change.values(before.path("statusCode"), after.path("statusCode")))
                .with("statusMessage", Change.values(before.path("statusMessage"), after.path("statusMessage")))
                .with("headers", Headers.ofAnswers(before, after))
                .with("body", Bodies.compare(before, after))
                .toJson();
    }
}

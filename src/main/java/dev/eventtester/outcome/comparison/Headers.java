package dev.eventtester.outcome.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Compares headers by name. In answers, those that are new with every answer are named and not compared. */
final class Headers {

    private static final Set<String> NEW_EVERY_TIME = Set.of(
            "age",
            "cf-ray",
            "date",
            "expires",
            "server-timing",
            "traceparent",
            "traceresponse",
            "x-amz-cf-id",
            "x-amz-id-2",
            "x-amz-request-id",
            "x-amzn-requestid",
            "x-amzn-trace-id",
            "x-cloud-trace-context",
            "x-correlation-id",
            "x-request-id",
            "x-response-time",
            "x-runtime",
            "x-trace-id");

    private Headers() {}

    static ObjectNode ofRequests(JsonNode before, JsonNode after) {
        return compare(before.path("headers"), after.path("headers"), Set.of());
    }

    static ObjectNode ofAnswers(JsonNode before, JsonNode after) {
        return compare(before.path("headers"), after.path("headers"), NEW_EVERY_TIME);
    }

    private static ObjectNode compare(JsonNode before, JsonNode after, Collection<String> ignorable) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        ArrayNode ignored = JsonNodeFactory.instance.arrayNode();
        for (String name : names) {
            if (ignorable.contains(name)) {
                ignored.add(name);
            } else if (!before.path(name).equals(after.path(name))) {
                changes.addObject().put("name", name).setAll(Change.values(before.path(name), after.path(name)));
            }
        }
        ObjectNode json = (changes.isEmpty() ? Change.UNCHANGED : Change.CHANGED).alone();
        if (!changes.isEmpty()) {
            json.set("changes", changes);
        }
        if (!ignored.isEmpty()) {
            json.set("ignored", ignored);
        }
        return json;
    }
}

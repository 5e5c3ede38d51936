package dev.eventtester.actions.coded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.request.RequestDraft;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;

/** LaunchDarkly: events in bulk, one at a time, dated in milliseconds. */
final class LaunchDarkly {

    private LaunchDarkly() {}

    static OutgoingRequest event(ActionInput input) {
        JsonNode payload = input.payload();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", "custom");
        event.set("key", payload.path("event_name"));
        event.set("contextKeys", contextKeys(payload));
        event.put("creationDate", creationDate(input));
        event.set("metricValue", payload.path("metric_value"));
        JsonNode data = payload.path("event_properties");
        event.set("data", data.isMissingNode() ? JsonNodeFactory.instance.objectNode() : data);
        return request(input, event);
    }

    static OutgoingRequest alias(ActionInput input) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", "alias");
        event.set("key", input.payload().path("user_key"));
        event.set("previousKey", input.payload().path("previous_key"));
        event.put("contextKind", "user");
        event.put("previousContextKind", "anonymousUser");
        event.put("creationDate", creationDate(input));
        return request(input, event);
    }

    private static ObjectNode contextKeys(JsonNode payload) {
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        payload.path("additional_context_keys")
                .properties()
                .forEach(key -> keys.put(key.getKey(), JsText.of(key.getValue())));
        JsonNode kind = payload.path("context_kind");
        keys.set(JsType.isTruthy(kind) ? JsText.of(kind) : "user", payload.path("user_key"));
        return keys;
    }

    private static long creationDate(ActionInput input) {
        JsonNode timestamp = input.payload().path("timestamp");
        double millis = timestamp.isTextual() ? DateTime.millis(timestamp.textValue()) : timestamp.asDouble(Double.NaN);
        return Math.abs(millis) <= DateTime.MAX_MILLIS
                ? (long) millis
                : input.clock().millis();
    }

    private static OutgoingRequest request(ActionInput input, ObjectNode event) {
        JsonNode host = input.settings().path("events_host_name");
        String url = "https://" + (JsType.isTruthy(host) ? JsText.of(host) : "events.launchdarkly.com")
                + "/events/bulk/" + JsText.of(input.settings().path("client_id"));
        return RequestDraft.post(url)
                .header("user-agent", "SegmentDestination/2.2.0")
                .header("x-launchdarkly-event-schema", "4")
                .json(JsonNodeFactory.instance.arrayNode().add(event))
                .build();
    }
}

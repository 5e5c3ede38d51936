package dev.eventtester.actions.coded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.request.RequestDraft;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.json.JsDate;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.util.List;
import java.util.regex.Pattern;

/** Iterable: events and users, whose dates and times are written as Iterable wants them. */
final class IterableUsers {

    private static final Pattern DATE = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])");
    private static final Pattern TIME =
            Pattern.compile("[ T]\\d{2}:?\\d{2}(?::?\\d{2}(?:[,.]\\d+)?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final int DATE_LENGTH = 10;
    private static final List<String> NOT_SENT = List.of("updateOnly", "enable_batching", "batch_size", "phoneNumber");

    private IterableUsers() {}

    static OutgoingRequest event(ActionInput input) {
        ObjectNode event = identified(input);
        event.set("dataFields", withDates(input.payload().path("dataFields")));
        event.set("createdAt", createdAt(input));
        return request(input, "/api/events/track", event);
    }

    static OutgoingRequest user(ActionInput input) {
        ObjectNode user = identified(input);
        user.remove(NOT_SENT);
        ObjectNode fields = withDates(input.payload().path("dataFields"));
        JsonNode phoneNumber = input.payload().path("phoneNumber");
        fields.set("phoneNumber", phoneNumber);
        user.set("dataFields", fields);
        return request(input, "/api/users/update", user);
    }

    private static ObjectNode identified(ActionInput input) {
        JsonNode payload = input.payload();
        if (!JsType.isTruthy(payload.path("email")) && !JsType.isTruthy(payload.path("userId"))) {
            throw ActionException.invalidPayload("Must include email or userId.");
        }
        return JsonNodeFactory.instance.objectNode().setAll((ObjectNode) payload);
    }

    private static JsonNode createdAt(ActionInput input) {
        JsonNode given = input.payload().path("createdAt");
        double millis = given.isMissingNode()
                ? input.clock().millis()
                : given.isTextual() ? DateTime.millis(given.textValue()) : given.asDouble();
        // Beyond what JavaScript can date, seconds are NaN, which JSON writes as null.
        boolean isDate = Math.abs(millis) <= DateTime.MAX_MILLIS;
        return isDate
                ? JsonNodeFactory.instance.numberNode((long) Math.floor(Math.floor(millis) / 1000))
                : NullNode.getInstance();
    }

    private static ObjectNode withDates(JsonNode fields) {
        ObjectNode converted = JsonNodeFactory.instance.objectNode();
        fields.properties().forEach(member -> converted.set(member.getKey(), withDate(member.getValue())));
        return converted;
    }

    private static JsonNode withDate(JsonNode value) {
        if (value.isObject()) {
            return withDates(value);
        }
        if (value.isArray()) {
            ArrayNode converted = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> converted.add(withDate(item)));
            return converted;
        }
        return value.isTextual() ? withDate(value.textValue(), value) : value;
    }

    private static JsonNode withDate(String text, JsonNode value) {
        boolean hasTime = text.length() > DATE_LENGTH
                && DATE.matcher(text.substring(0, DATE_LENGTH)).matches()
                && TIME.matcher(text.substring(DATE_LENGTH)).matches();
        if (!hasTime) {
            return value;
        }
        double millis = JsDate.parse(text);
        return Double.isNaN(millis) ? NullNode.getInstance() : TextNode.valueOf(DateTime.text(millis) + " +00:00");
    }

    private static OutgoingRequest request(ActionInput input, String path, ObjectNode body) {
        boolean inEurope = input.settings().path("dataCenterLocation").asText().equals("europe");
        return RequestDraft.post((inEurope ? "https://api.eu.iterable.com" : "https://api.iterable.com") + path)
                .header("api-key", JsText.of(input.settings().path("apiKey")))
                .json(body)
                .build();
    }
}

package dev.eventtester.actions.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The messages that Segment Connections makes of its payloads. */
final class SegmentMessage {

    /** Members of a message's context and the fields they come from, in the order of the messages. */
    private static final String[][] CONTEXT = {
        {"app", "application"},
        {"campaign", "campaign_parameters"},
        {"consent", "consent"},
        {"device", "device"},
        {"ip", "ip_address"},
        {"locale", "locale"},
        {"location", "location"},
        {"network", "network"},
        {"os", "operating_system"},
        {"page", "page"},
        {"screen", "screen"},
        {"userAgent", "user_agent"},
        {"timezone", "timezone"},
        {"groupId", "group_id"}
    };

    private static final String[] PAGE = {"path", "referrer", "search", "title", "url"};

    private SegmentMessage() {}

    /** The message of a type, without that type, which is in the address that it is sent to. */
    static ObjectNode of(String type, JsonNode payload) {
        ObjectNode message = object();
        copy(payload, "user_id", message, "userId");
        copy(payload, "anonymous_id", message, "anonymousId");
        copy(payload, "timestamp", message, "timestamp");
        copy(payload, "message_id", message, "messageId");
        ObjectNode context = context(payload);
        message.set("context", context);
        switch (type) {
            case "track" -> track(payload, message, context);
            case "identify" -> identify(payload, message);
            case "page" -> page(payload, message);
            case "screen" -> screen(payload, message, context);
            case "group" -> group(payload, message, context);
            default -> throw new IllegalArgumentException("No message has the type " + type);
        }
        return message;
    }

    private static void track(JsonNode payload, ObjectNode message, ObjectNode context) {
        copy(payload, "event_name", message, "event");
        context.set("traits", open(payload.path("traits")));
        message.set("properties", open(payload.path("properties")));
    }

    private static void identify(JsonNode payload, ObjectNode message) {
        ObjectNode traits = open(payload.path("traits"));
        copy(payload, "address", traits, "address");
        message.set("traits", traits);
    }

    private static void page(JsonNode payload, ObjectNode message) {
        copy(payload, "page_name", message, "name");
        ObjectNode properties = object();
        copy(payload, "page_name", properties, "name");
        copy(payload, "page_category", properties, "category");
        for (String member : PAGE) {
            copy(payload.path("page"), member, properties, member);
        }
        message.set("properties", properties.setAll(open(payload.path("properties"))));
    }

    private static void screen(JsonNode payload, ObjectNode message, ObjectNode context) {
        // seg-sendScreen-…: the action has a timezone field but never sends it.
        context.remove("timezone");
        copy(payload, "screen_name", message, "name");
        ObjectNode properties = object();
        copy(payload, "screen_name", properties, "name");
        message.set("properties", properties.setAll(open(payload.path("properties"))));
    }

    private static void group(JsonNode payload, ObjectNode message, ObjectNode context) {
        context.remove("groupId");
        copy(payload, "group_id", message, "groupId");
        message.set("traits", open(payload.path("traits")));
    }

    private static ObjectNode context(JsonNode payload) {
        ObjectNode context = object();
        for (String[] member : CONTEXT) {
            copy(payload, member[1], context, member[0]);
        }
        if (!isConsent(payload.path("consent"))) {
            context.set("consent", object());
        }
        return context;
    }

    /** Whether consent is kept: its categories are an object or array of nothing but booleans. */
    private static boolean isConsent(JsonNode consent) {
        JsonNode categories = consent.path("categoryPreferences");
        if (!categories.isContainerNode()) {
            return false;
        }
        for (JsonNode category : categories) {
            if (!category.isBoolean()) {
                return false;
            }
        }
        return true;
    }

    private static void copy(JsonNode from, String field, ObjectNode to, String member) {
        JsonNode value = from.path(field);
        if (!value.isMissingNode()) {
            to.set(member, value);
        }
    }

    private static ObjectNode open(JsonNode value) {
        ObjectNode copy = object();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            copy.set(member.getKey(), member.getValue());
        }
        return copy;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

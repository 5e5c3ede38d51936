package dev.eventtester.actions.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.actions.Prediction.Discard;
import dev.eventtester.json.JsJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the Tracking API accepts. Its codes are Segment's discard codes, except where it answers 400 instead. */
final class TrackingRules {

    private static final int MAX_BYTES = 32 * 1024;
    private static final int MESSAGE_ID_BELOW = 100;

    private TrackingRules() {}

    /** Why the Tracking API would drop a message; empty if it would take it. */
    static List<Discard> judge(String type, JsonNode message) {
        List<Discard> discards = new ArrayList<>();
        int bytes = JsJson.stringify(message).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            discards.add(new Discard(
                    "payload_too_large",
                    "the message has " + bytes + " bytes and at most " + MAX_BYTES + " are taken"));
        }
        if (!isIdentified(message)) {
            discards.add(new Discard("no_user_anon_id", "it has neither a userId nor an anonymousId"));
        }
        int messageId = message.path("messageId").asText().length();
        if (messageId >= MESSAGE_ID_BELOW) {
            discards.add(new Discard(
                    "message_id_too_long",
                    "its messageId has " + messageId + " characters and must have fewer than 100"));
        }
        ofType(type, message, discards);
        return discards;
    }

    static boolean isIdentified(JsonNode message) {
        return isText(message.path("userId")) || isText(message.path("anonymousId"));
    }

    private static void ofType(String type, JsonNode message, List<Discard> discards) {
        if (type.equals("track")) {
            event(message.path("event"), discards);
        }
        if (type.equals("page") || type.equals("screen")) {
            JsonNode name = message.path("name");
            if (!name.isMissingNode() && !isText(name)) {
                discards.add(new Discard("name_not_string", "its name must be a text that is not empty"));
            }
        }
        if (type.equals("group") && !isText(message.path("groupId"))) {
            discards.add(new Discard("no_group_id", "it has no groupId"));
        }
        isObject(message, "properties", "properties_not_object", discards);
        isObject(message, "traits", "traits_not_object", discards);
    }

    private static void event(JsonNode event, List<Discard> discards) {
        if (event.isMissingNode()
                || event.isNull()
                || event.isTextual() && event.textValue().isEmpty()) {
            discards.add(new Discard("event_not_defined", "it has no event name"));
        } else if (!event.isTextual()) {
            discards.add(new Discard("event_not_string", "its event name must be a text"));
        }
    }

    private static void isObject(JsonNode message, String member, String code, List<Discard> discards) {
        JsonNode value = message.path(member);
        if (!value.isMissingNode() && !value.isObject()) {
            discards.add(new Discard(code, "its " + member + " must be an object"));
        }
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.textValue().isEmpty();
    }
}

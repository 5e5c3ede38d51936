package dev.eventtester.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One call of an outcome's document.
 *
 * @param mapping the result of the mapping that made it
 * @param call the call itself
 */
record RecordedCall(JsonNode mapping, JsonNode call) {

    /** All calls of an outcome, oldest first. */
    static List<RecordedCall> all(JsonNode outcome) {
        List<RecordedCall> calls = new ArrayList<>();
        for (JsonNode mapping : outcome.path("mappings")) {
            mapping.path("calls").forEach(call -> calls.add(new RecordedCall(mapping, call)));
        }
        calls.sort(Comparator.comparing(RecordedCall::startedAt));
        return calls;
    }

    static Optional<RecordedCall> find(JsonNode outcome, String id) {
        return all(outcome).stream().filter(call -> call.id().equals(id)).findFirst();
    }

    String id() {
        return call.path("id").asText();
    }

    String startedAt() {
        return call.path("startedAt").asText();
    }

    JsonNode request() {
        return call.path("request");
    }

    /** Missing if nothing was answered. */
    JsonNode response() {
        return call.path("response");
    }

    /** What became of it, in one line. */
    String ending() {
        JsonNode answer = response();
        String state = call.path("state").asText();
        if (!answer.isMissingNode() && !call.has("reason")) {
            return (answer.path("statusCode").asInt() + " "
                            + answer.path("statusMessage").asText())
                    .strip();
        }
        return call.has("reason") ? state + ": " + call.get("reason").textValue() : state;
    }

    static boolean isBase64(JsonNode message) {
        return message.path("encoding").asText().equals("base64");
    }

    /** The bytes of a message's body as they were recorded; none if it has no body. */
    static byte[] body(JsonNode message) {
        String body = message.path("body").asText("");
        return isBase64(message) ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}

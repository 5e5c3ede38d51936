package dev.eventtester.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.actions.Sender;
import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.json.JsJson;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the requests and answers each with the recorded answer of its turn, by default 200 and an empty object. */
final class RecordingSender implements Sender {

    private static final Map<Integer, String> STATUS_TEXTS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(204, "No Content"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Payload Too Large"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private final JsonNode stubs;
    private final List<OutgoingRequest> requests = new ArrayList<>();

    /** @param stubs array of {@code {status, headers?, body?}} or {@code {networkError}} */
    RecordingSender(JsonNode stubs) {
        this.stubs = stubs;
    }

    @Override
    public Uni<Answer> send(OutgoingRequest request) {
        JsonNode stub = stubs.path(requests.size());
        requests.add(request);
        if (stub.has("networkError")) {
            return Uni.createFrom()
                    .failure(new DeliveryException(
                            Call.State.UNREACHABLE, stub.path("networkError").asText()));
        }
        return Uni.createFrom().item(answer(stub));
    }

    List<OutgoingRequest> requests() {
        return requests;
    }

    private static Answer answer(JsonNode stub) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        stub.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        if (!stub.has("headers")) {
            headers.put("content-type", List.of("application/json"));
        }
        JsonNode body = stub.path("body");
        String text = body.isMissingNode() ? "{}" : body.isTextual() ? body.textValue() : JsJson.stringify(body);
        int status = stub.path("status").asInt(200);
        String statusText = STATUS_TEXTS.getOrDefault(status, "");
        return new Answer(status, statusText, headers, text.getBytes(StandardCharsets.UTF_8), false);
    }
}

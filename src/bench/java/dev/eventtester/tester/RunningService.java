package dev.eventtester.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The service that is measured, as its caller sees it. */
final class RunningService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEST = "{\"event\":{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"u1\","
            + "\"properties\":{\"total\":120.5,\"currency\":\"EUR\",\"products\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]}}}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    RunningService(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Makes a webhook destination whose mappings all post every event to an address; gives its id. */
    String webhook(String address, int mappings) {
        String source = create(
                "/api/sources",
                Map.of("slug", "bench-" + UUID.randomUUID(), "enabled", true, "metadataId", "http-api"),
                "source");
        String destination = create(
                "/api/destinations",
                Map.of("sourceId", source, "metadataId", "actions-webhook", "settings", Map.of()),
                "destination");
        for (int i = 0; i < mappings; i++) {
            create(
                    "/api/destinations/" + destination + "/subscriptions",
                    mapping(i, address),
                    "destinationSubscription");
        }
        return destination;
    }

    private static Map<String, Object> mapping(int number, String address) {
        return Map.of(
                "name",
                "mapping " + number,
                "actionId",
                "send",
                "trigger",
                "type = \"track\" and properties.total > " + number,
                "enabled",
                true,
                "settings",
                Map.of("url", address, "method", "POST", "data", Map.of("@path", "$.")));
    }

    private String create(String path, Map<String, ?> body, String name) {
        try {
            String text = JSON.writeValueAsString(body);
            return answer(send(path, text).join()).at("/data/" + name + "/id").textValue();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs the Event Tester; completes with its answer, which was not read yet. */
    CompletableFuture<HttpResponse<String>> test(String destination) {
        return send("/api/destinations/" + destination + "/test", TEST);
    }

    /** Fails unless a test's answer tells of so many successful calls. */
    static void requireSuccess(HttpResponse<String> answer, int calls) {
        if (answer(answer).at("/data/outcome/summary/calls/succeeded").intValue() != calls) {
            throw new IllegalStateException("not all calls succeeded: " + answer.body());
        }
    }

    /** One call of a destination's address without the service between. */
    void call(String address) {
        client.sendAsync(request(address, TEST), BodyHandlers.ofString()).join();
    }

    private CompletableFuture<HttpResponse<String>> send(String path, String body) {
        return client.sendAsync(request(url + path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String address, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static JsonNode answer(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new IllegalStateException(response.uri() + " answered " + response.body(), notJson);
        }
    }
}

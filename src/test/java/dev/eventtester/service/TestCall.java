package dev.eventtester.service;

import dev.eventtester.event.JsonText;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One POST to a tester with headers of its own. */
final class TestCall {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String path;
    private final String body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private TestCall(String path, String body) {
        this.path = path;
        this.body = body;
        headers.put("Authorization", "Bearer " + Service.OWNER);
        headers.put("Content-Type", "application/json");
    }

    /**
     * @param body the JSON of a test
     */
    static TestCall to(String path, String body) {
        return new TestCall(path, body);
    }

    TestCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    TestCall key(String key) {
        return header("Idempotency-Key", key);
    }

    TestCall async() {
        return header("Prefer", "wait=1, Respond-Async");
    }

    HttpResponse<String> send() {
        return start().join();
    }

    CompletableFuture<HttpResponse<String>> start() {
        return CLIENT.sendAsync(request(), HttpResponse.BodyHandlers.ofString());
    }

    /** Begins to follow; waits for the head of the answer only. */
    EventLines follow() {
        header("Accept", "text/event-stream");
        HttpResponse<java.util.stream.Stream<String>> answer =
                CLIENT.sendAsync(request(), HttpResponse.BodyHandlers.ofLines()).join();
        return new EventLines(answer);
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** Sends the request over a connection that the caller may close at any time. */
    Socket sendAlone() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: ")
                .append(content.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try {
            Socket socket = new Socket("127.0.0.1", RestAssured.port);
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The exact text of the outcome in an answer. */
    static String outcome(String answer) {
        return JsonText.members(JsonText.members(answer).get("data")).get("outcome");
    }
}

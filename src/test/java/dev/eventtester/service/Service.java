package dev.eventtester.service;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The running service as one caller sees it over HTTP. */
final class Service {

    /** The owner that the configuration gives to the tests. */
    static final String OWNER = "a-bootstrap-token-for-tests-only-1";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String token;

    private Service(String token) {
        this.token = token;
    }

    static Service as(String token) {
        return new Service(token);
    }

    static Service owner() {
        return as(OWNER);
    }

    String token() {
        return token;
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    Response get(String path) {
        return request().get(path);
    }

    Response post(String path, Object body) {
        return request().body(body).post(path);
    }

    /** The status alone, by a client that does not pretty-print what it sends: for bodies that nest too deep for that. */
    int statusOfPost(String path, String body) {
        return startPost(path, body).join();
    }

    /** The status alone, of an answer that nests too deep for a client that pretty-prints. */
    int statusOfGet(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    /** Begins a request whose answer comes later; gives its status. */
    CompletableFuture<Integer> startPost(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    Response put(String path, Object body) {
        return request().body(body).put(path);
    }

    Response patch(String path, Object body) {
        return request().body(body).patch(path);
    }

    Response delete(String path) {
        return request().delete(path);
    }

    /** A new source of a kind of the catalog. */
    NewSource source(String definition) {
        String slug = "source-" + UUID.randomUUID();
        JsonNode source = data(
                        post("/api/sources", Map.of("slug", slug, "enabled", true, "metadataId", definition)), 201)
                .get("source");
        return new NewSource(
                source.get("id").textValue(), source.get("writeKeys").get(0).textValue());
    }

    record NewSource(String id, String writeKey) {}

    /** A new destination on a source; gives its id. */
    String destination(NewSource source, String definition, Map<String, ?> settings) {
        Map<String, ?> body = Map.of("sourceId", source.id(), "metadataId", definition, "settings", settings);
        return data(post("/api/destinations", body), 200)
                .get("destination")
                .get("id")
                .textValue();
    }

    /** A new enabled mapping that posts the whole event to an address; gives its id. */
    String webhook(String destination, String name, String trigger, String url) {
        return mapping(
                destination,
                "send",
                name,
                trigger,
                Map.of("url", url, "method", "POST", "data", Map.of("@path", "$.")),
                true);
    }

    String mapping(
            String destination, String action, String name, String trigger, Map<String, ?> settings, boolean enabled) {
        Map<String, ?> body =
                Map.of("name", name, "actionId", action, "trigger", trigger, "enabled", enabled, "settings", settings);
        return data(post("/api/destinations/" + destination + "/subscriptions", body), 200)
                .get("destinationSubscription")
                .get("id")
                .textValue();
    }

    /** Runs the Event Tester; the body must be the JSON of a test. */
    JsonNode test(String destination, String body) {
        return data(post("/api/destinations/" + destination + "/test", body), 200)
                .get("outcome");
    }

    /** Waits until a test has ended; gives its outcome. */
    JsonNode ended(String outcome) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode now = data(get("/api/outcomes/" + outcome), 200).get("outcome");
            if (!now.get("status").textValue().equals("RUNNING")) {
                return now;
            }
        }
        throw new AssertionError("the test " + outcome + " did not end");
    }

    /** The data of an answer that must have a status. */
    static JsonNode data(Response response, int status) {
        response.then().statusCode(status);
        return JsonText.parse(response.asString()).get("data");
    }

    /** The first error of an answer that must have a status. */
    static JsonNode error(Response response, int status) {
        response.then().statusCode(status).contentType(ContentType.JSON);
        JsonNode body = JsonText.parse(response.asString());
        if (body.has("data") || body.path("errors").isEmpty()) {
            throw new AssertionError("not an error envelope: " + body);
        }
        return body.get("errors").get(0);
    }
}

package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers need of the Tracking API, and what is read back of repeated and batched events. */
@QuarkusTest
class BrowserTrackingTest {

    private final Service owner = Service.owner();
    private NewSource source;

    @BeforeEach
    void makeSource() {
        source = owner.source("javascript");
    }

    @ParameterizedTest
    @CsvSource({"t, track", "i, identify", "p, page", "s, screen", "g, group", "a, alias"})
    void takes_the_short_routes_with_plain_text(String route, String type) {
        Response answer = page().auth()
                .preemptive()
                .basic(source.writeKey(), "")
                .body("{\"userId\":\"u1\",\"type\":\"" + type + "\",\"writeKey\":\"" + source.writeKey() + "\"}")
                .post("/v1/" + route);

        answer.then().statusCode(200).header("Access-Control-Allow-Origin", "*");
        assertThat(answer.asString()).isEqualTo("{\"success\":true}");
        assertThat(stored().get(0).get("type").textValue()).isEqualTo(type);
    }

    @Test
    void takes_a_batch_of_the_browser() {
        page().body("{\"writeKey\":\"" + source.writeKey() + "\",\"batch\":[{\"type\":\"track\",\"event\":\"A\"}]}")
                .post("/v1/b")
                .then()
                .statusCode(200);

        assertThat(stored().get(0).get("name").textValue()).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"series\":[]}", "nothing at all"})
    void takes_metrics_and_keeps_none(String body) {
        Response answer = page().body(body).post("/v1/m");

        answer.then().statusCode(200);
        assertThat(answer.asString()).isEqualTo("{\"success\":true}");
        assertThat(stored()).isEmpty();
    }

    @Test
    void answers_a_preflight_of_every_site() {
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/v1/t")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .header("Access-Control-Allow-Headers", "authorization,content-type");
    }

    @Test
    void lets_a_page_read_a_refusal() {
        Response answer = page().body("{\"writeKey\":\"nobody\"}").post("/v1/t");

        assertThat(Service.error(answer, 401).get("message").textValue()).contains("write key");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sources", "/api", "/q/health/live", "/v10"})
    void opens_nothing_else_to_other_sites(String path) {
        assertThat(given().header("Origin", "https://shop.example")
                        .header("Access-Control-Request-Method", "GET")
                        .options(path)
                        .header("Access-Control-Allow-Origin"))
                .isNull();
        assertThat(owner.get(path).header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void gives_the_settings_of_a_known_write_key() {
        Response answer = given().get("/v1/projects/" + source.writeKey() + "/settings");

        answer.then().statusCode(200).header("Access-Control-Allow-Origin", "*");
        JsonNode settings = JsonText.parse(answer.asString());
        JsonNode collector = settings.get("integrations").get("Segment.io");
        assertThat(collector.get("apiKey").textValue()).isEqualTo(source.writeKey());
        assertThat(collector.get("apiHost").textValue()).isEqualTo("localhost:8081/v1");
        assertThat(collector.get("protocol").textValue()).isEqualTo("http");
        assertThat(settings.at("/plan/track/__default/enabled").booleanValue()).isTrue();
        assertThat(settings.at("/metrics/sampleRate").doubleValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a%00b"})
    void has_no_settings_of_an_unknown_write_key(String key) {
        Service.error(given().urlEncodingEnabled(false).get("/v1/projects/" + key + "/settings"), 404);
    }

    @Test
    void takes_a_bearer_token_of_another_service_with_the_write_key_in_the_body() {
        given().header("Authorization", "Bearer an-oauth-token")
                .contentType("application/json")
                .body("{\"event\":\"A\",\"writeKey\":\"" + source.writeKey() + "\"}")
                .post("/v1/track")
                .then()
                .statusCode(200);

        assertThat(stored()).hasSize(1);
    }

    @Test
    void stores_a_repeated_message_once_per_source() {
        NewSource other = owner.source("javascript");
        track(source, "{\"event\":\"First\",\"messageId\":\"m1\"}");
        track(source, "{\"event\":\"Again\",\"messageId\":\"m1\"}");
        track(other, "{\"event\":\"Elsewhere\",\"messageId\":\"m1\"}");

        assertThat(stored()).extracting(BrowserTrackingTest::name).containsExactly("First");
        assertThat(stored(other, "")).extracting(BrowserTrackingTest::name).containsExactly("Elsewhere");
    }

    @Test
    void stores_a_message_that_is_repeated_within_a_batch_once() {
        batch(
                "{\"type\":\"track\",\"event\":\"A\",\"messageId\":\"m1\"}",
                "{\"type\":\"track\",\"event\":\"B\"}",
                "{\"type\":\"track\",\"event\":\"C\",\"messageId\":\"m1\"}",
                "{\"type\":\"track\",\"event\":\"D\"}",
                "{\"type\":\"track\",\"event\":\"E\",\"messageId\":\"\"}",
                "{\"type\":\"track\",\"event\":\"F\",\"messageId\":\"\"}");

        assertThat(stored()).extracting(BrowserTrackingTest::name).containsExactly("F", "E", "D", "B", "A");
    }

    @Test
    void two_batches_at_the_same_time_store_their_common_messages_once() {
        String forwards =
                IntStream.range(0, 200).mapToObj(BrowserTrackingTest::numbered).collect(batched());
        String backwards =
                IntStream.range(0, 200).mapToObj(i -> numbered(199 - i)).collect(batched());

        CompletableFuture<?>[] all = IntStream.range(0, 8)
                .mapToObj(i -> owner.startPost("/v1/batch", withKey(i % 2 == 0 ? forwards : backwards)))
                .map(status -> status.thenAccept(code -> assertThat(code).isEqualTo(200)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(stored(source, "?pagination.count=1000")).hasSize(200);
    }

    @Test
    void merges_what_a_batch_says_into_its_events_and_keeps_them_as_they_came() {
        String own = "{\"type\":\"track\",\"event\":\"A\",\"context\":{\"app\":{\"name\":\"own\"},\"ip\":\"1.1.1.1\"},"
                + "\"integrations\":{\"All\":false}}";
        page().body(withKey("{\"batch\":[" + own + ",{\"type\":\"page\",\"messageId\":\"m2\",\"context\":null}],"
                        + "\"context\":{\"app\":{\"name\":\"shared\",\"build\":\"7\"},\"ip\":\"2.2.2.2\",\"locale\":\"en\"},"
                        + "\"integrations\":{\"All\":true,\"Mixpanel\":true}}"))
                .post("/v1/batch")
                .then()
                .statusCode(200);

        JsonNode events = stored();
        JsonNode first = events.get(1);
        assertThat(first.get("event").toString()).isEqualTo(own);
        assertThat(first.at("/merged/context").toString())
                .isEqualTo("{\"app\":{\"name\":\"own\",\"build\":\"7\"},\"ip\":\"1.1.1.1\",\"locale\":\"en\"}");
        assertThat(first.at("/merged/integrations").toString()).isEqualTo("{\"All\":false,\"Mixpanel\":true}");
        assertThat(first.at("/merged/messageId")).isEqualTo(first.get("messageId"));
        assertThat(first.at("/merged/timestamp")).isEqualTo(first.get("timestamp"));
        assertThat(first.at("/merged/receivedAt")).isEqualTo(first.get("receivedAt"));
        JsonNode second = events.get(0);
        assertThat(second.at("/merged/type").textValue()).isEqualTo("page");
        assertThat(second.at("/merged/context/locale").textValue()).isEqualTo("en");
        assertThat(second.get("event").has("integrations")).isFalse();
    }

    @Test
    void refuses_a_batch_whose_common_context_is_larger_than_an_event_may_be() {
        String context = "{\"a\":\"" + "x".repeat(33_000) + "\"}";

        Service.error(
                page().body(withKey("{\"batch\":[{}],\"context\":" + context + "}"))
                        .post("/v1/b"),
                400);
    }

    @ParameterizedTest
    @CsvSource({"order, 2", "ORDER completed, 1", "50%, 1", "%, 1", "a_b, 0", "ÄNNÄ, 1", "!, 1", "'', 3"})
    void finds_events_by_a_part_of_their_text(String text, int found) {
        track(source, "{\"event\":\"Order Completed\",\"properties\":{\"coupon\":\"50% off!\"}}");
        track(source, "{\"event\":\"Order Refunded\",\"properties\":{\"axb\":1}}");
        track(source, "{\"event\":\"Signed Up\",\"properties\":{\"name\":\"ÄNNÄ\"}}");

        JsonNode events = JsonNodes.data(given().header("Authorization", "Bearer " + Service.OWNER)
                        .queryParam("text", text)
                        .get("/api/sources/" + source.id() + "/events")
                        .asString())
                .get("events");

        assertThat(events).hasSize(found);
    }

    private static java.util.stream.Collector<CharSequence, ?, String> batched() {
        return Collectors.joining(",", "{\"batch\":[", "]}");
    }

    private static String numbered(int number) {
        return "{\"type\":\"track\",\"messageId\":\"n" + number + "\"}";
    }

    private void batch(String... events) {
        page().body(withKey(Stream.of(events).collect(batched())))
                .post("/v1/batch")
                .then()
                .statusCode(200);
    }

    private String withKey(String body) {
        return "{\"writeKey\":\"" + source.writeKey() + "\"," + body.substring(1);
    }

    private static void track(NewSource source, String event) {
        given().auth()
                .preemptive()
                .basic(source.writeKey(), "")
                .contentType("application/json; charset=utf-8")
                .body(event)
                .post("/v1/track")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification page() {
        return given().header("Origin", "https://shop.example").contentType("text/plain");
    }

    private static String name(JsonNode event) {
        return event.get("name").textValue();
    }

    private JsonNode stored() {
        return stored(source, "");
    }

    private JsonNode stored(NewSource of, String query) {
        return JsonNodes.data(
                        owner.get("/api/sources/" + of.id() + "/events" + query).asString())
                .get("events");
    }
}

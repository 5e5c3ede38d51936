package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EventTesterTest {

    private static final String TRACK = "{\"event\":{\"type\":\"track\",\"event\":\"Order\",\"userId\":\"u1\"}}";

    private final Service owner = Service.owner();
    private LoopbackDestination server;
    private NewSource source;
    private String destination;

    @BeforeEach
    void makeDestination() {
        server = LoopbackDestination.start();
        source = owner.source("http-api");
        destination = owner.destination(source, "actions-webhook", Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sends_to_every_mapping_that_matches_at_the_same_time_and_to_no_other() {
        server.always(Reply.ok().onceOpen(50));
        IntStream.range(0, 49)
                .forEach(i -> owner.webhook(destination, "m" + i, "type = \"track\"", server.url("/m" + i)));
        owner.webhook(destination, "last", "event = \"Order\"", server.url("/last"));

        JsonNode outcome = owner.test(destination, TRACK);

        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
        assertThat(outcome.get("summary").get("calls").get("succeeded").intValue())
                .isEqualTo(50);
        assertThat(server.mostOpenAtOnce()).isEqualTo(50);
    }

    @Test
    void keeps_the_outcome_exactly_as_it_was_answered() {
        owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
        String event = "{ \"type\":\"track\", \"n\": 1.00, \"n\": 2 }";

        Response answered = owner.post("/api/destinations/" + destination + "/test", "{\"event\": " + event + " }");

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.asString()).contains("\"event\":" + event);
        String id = JsonNodes.data(answered.asString()).get("outcome").get("id").textValue();
        assertThat(owner.get("/api/outcomes/" + id).asString()).isEqualTo(answered.asString());
    }

    @Test
    void one_failure_never_hides_another_mappings_result() {
        server.on("/down", Reply.status(503).body("we are closed"));
        server.on("/reset", Reply.reset());
        owner.webhook(destination, "down", "type = \"track\"", server.url("/down"));
        owner.webhook(destination, "reset", "type = \"track\"", server.url("/reset"));
        owner.webhook(destination, "fine", "type = \"track\"", server.url("/fine"));
        owner.webhook(destination, "other", "type = \"page\"", server.url("/other"));
        owner.mapping(destination, "send", "unmapped", "type = \"track\"", Map.of("method", "POST"), true);
        owner.mapping(destination, "send", "disabled", "type = \"track\"", Map.of(), false);

        JsonNode outcome = owner.test(destination, TRACK);

        assertThat(outcome.get("verdict").textValue()).isEqualTo("PARTIAL");
        assertThat(verdicts(outcome))
                .containsExactly(
                        "down FAILED", "reset FAILED", "fine SUCCEEDED", "other NOT_MATCHED", "unmapped FAILED");
        assertThat(reason(outcome, 0, "DELIVERY")).contains("503", "we are closed");
        assertThat(outcome.at("/mappings/1/calls/0/state").textValue()).isEqualTo("UNREACHABLE");
        assertThat(reason(outcome, 4, "VALIDATION")).contains("url");
        assertThat(outcome.at("/summary/mappings").toString())
                .isEqualTo("{\"tested\":5,\"matched\":4,\"notMatched\":1,\"succeeded\":1,\"failed\":3}");
        assertThat(outcome.at("/summary/calls").toString()).isEqualTo("{\"total\":3,\"succeeded\":1,\"failed\":2}");
    }

    @Test
    void never_calls_an_address_of_this_network_that_is_not_listed() {
        owner.webhook(destination, "private", "type = \"track\"", "http://10.0.0.1/");

        JsonNode call = owner.test(destination, TRACK).at("/mappings/0/calls/0");

        assertThat(call.get("state").textValue()).isEqualTo("BLOCKED");
        assertThat(call.get("reason").textValue()).contains("event-tester.delivery.allow");
    }

    @Test
    void opens_nothing_when_it_only_validates() {
        owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));

        JsonNode outcome = owner.test(destination, TRACK.replace("}}", "},\"delivery\":\"VALIDATE\"}"));

        assertThat(outcome.get("verdict").textValue()).isEqualTo("VALIDATED");
        assertThat(outcome.at("/mappings/0/calls/0/state").textValue()).isEqualTo("PREPARED");
        assertThat(outcome.at("/mappings/0/connectionsOpened").intValue()).isZero();
        assertThat(server.connections()).isZero();
    }

    @Test
    void says_so_when_no_mapping_is_enabled() {
        owner.mapping(destination, "send", "asleep", "type = \"track\"", Map.of(), false);

        JsonNode outcome = owner.test(destination, TRACK);

        assertThat(outcome.get("verdict").textValue()).isEqualTo("NO_MATCH");
        assertThat(outcome.at("/notes/0/code").textValue()).isEqualTo("no-enabled-mappings");
        assertThat(outcome.at("/notes/0/message").textValue()).contains("asleep");
    }

    @Test
    void hides_secrets_in_what_it_shows_but_not_on_the_wire() {
        String secret = "the-shared-secret-of-this-test";
        String signed = owner.destination(source, "actions-webhook", Map.of("sharedSecret", secret));
        owner.mapping(
                signed,
                "send",
                "leaky",
                "type = \"track\"",
                Map.of("url", server.url("/a"), "method", "POST", "data", Map.of("key", secret)),
                true);
        server.always(Reply.ok().body("you sent " + secret));

        String answer =
                owner.post("/api/destinations/" + signed + "/test", TRACK).asString();

        assertThat(answer).doesNotContain(secret).contains("<redacted>");
        assertThat(server.seen().get(0).text()).contains(secret);
        assertThat(server.seen().get(0).headers()).containsKey("x-signature");
    }

    @Test
    void sends_segment_connections_to_the_tracking_api_of_this_service() {
        NewSource rows = owner.source("postgres");
        String segment = owner.destination(rows, "actions-segment", Map.of("source_write_key", source.writeKey()));
        owner.mapping(
                segment,
                "sendTrack",
                "Track",
                "type = \"track\"",
                Map.of("event_name", Map.of("@path", "$.event"), "user_id", Map.of("@path", "$.userId")),
                true);

        JsonNode outcome = owner.test(segment, TRACK);

        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
        assertThat(outcome.get("product").textValue()).isEqualTo("REVERSE_ETL");
        JsonNode received = JsonNodes.data(
                        owner.get("/api/sources/" + source.id() + "/events").asString())
                .at("/events/0/event");
        assertThat(received.get("event").textValue()).isEqualTo("Order");
    }

    @Test
    void a_mapping_test_of_segment_connections_predicts_and_never_sends() {
        NewSource rows = owner.source("postgres");
        String segment = owner.destination(rows, "actions-segment", Map.of("source_write_key", source.writeKey()));
        String mapping = owner.mapping(
                segment,
                "sendTrack",
                "Track",
                "type = \"track\"",
                Map.of("event_name", Map.of("@path", "$.event"), "user_id", Map.of("@path", "$.userId")),
                false);
        String path = "/api/destinations/" + segment + "/subscriptions/" + mapping + "/test";

        JsonNode outcome = Service.data(owner.post(path, TRACK), 200).get("outcome");

        assertThat(outcome.get("kind").textValue()).isEqualTo("MAPPINGS_TESTER");
        assertThat(outcome.get("verdict").textValue()).isEqualTo("VALIDATED");
        assertThat(outcome.at("/mappings/0/prediction/accepted").booleanValue()).isTrue();
        assertThat(JsonNodes.data(owner.get("/api/sources/" + source.id() + "/events")
                                .asString())
                        .get("events"))
                .isEmpty();
        Response forced = owner.post(path, TRACK.replace("}}", "},\"delivery\":\"SEND\"}"));
        assertThat(Service.error(forced, 422).get("field").textValue()).isEqualTo("delivery");
    }

    @Test
    void a_draft_replaces_the_saved_values_for_this_test_only() {
        String mapping = owner.webhook(destination, "a", "type = \"page\"", server.url("/saved"));
        String path = "/api/destinations/" + destination + "/subscriptions/" + mapping;
        String draft = "{\"event\":{\"type\":\"track\"},\"draft\":{\"trigger\":\"type = \\\"track\\\"\",\"settings\":"
                + "{\"url\":\"" + server.url("/draft") + "\",\"method\":\"POST\",\"data\":{}}}}";

        JsonNode outcome = Service.data(owner.post(path + "/test", draft), 200).get("outcome");

        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
        assertThat(server.seen()).extracting(LoopbackDestination.Seen::path).containsExactly("/draft");
        assertThat(Service.data(owner.get(path), 200)
                        .at("/subscription/trigger")
                        .textValue())
                .isEqualTo("type = \"page\"");
    }

    @Test
    void goes_on_without_the_trigger_on_request_and_marks_it() {
        String mapping = owner.webhook(destination, "a", "type = \"page\"", server.url("/a"));
        String path = "/api/destinations/" + destination + "/subscriptions/" + mapping + "/test";

        JsonNode outcome = Service.data(
                        owner.post(path, "{\"event\":{\"type\":\"track\"},\"ignoreTrigger\":true}"), 200)
                .get("outcome");

        assertThat(outcome.at("/mappings/0/stages/0/state").textValue()).isEqualTo("SKIPPED");
        assertThat(outcome.at("/mappings/0/trigger/matched").booleanValue()).isFalse();
        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event\": | 400 | ",
                "[] | 400 | ",
                "{} | 422 | event",
                "{\"event\":[]} | 422 | event",
                "{\"event\":{\"type\":\"alias\"}} | 422 | event.type",
                "{\"event\":{}} | 422 | event.type",
                "{\"event\":{\"type\":\"track\"},\"delivery\":\"MAYBE\"} | 422 | delivery",
                "{\"event\":{\"type\":\"track\"},\"product\":7} | 422 | product",
                "{\"event\":{\"type\":\"track\"},\"ignoreTrigger\":\"yes\"} | 422 | ignoreTrigger",
                "{\"event\":{\"type\":\"track\"},\"draft\":3} | 422 | draft",
            })
    void refuses_a_wrong_request_naming_what_is_wrong(String body, int status, String field) {
        JsonNode error = Service.error(owner.post("/api/destinations/" + destination + "/test", body), status);

        assertThat(error.path("field").textValue()).isEqualTo(field);
        assertNothingStored();
    }

    @Test
    void refuses_an_event_over_32_kb() {
        String body = "{\"event\":{\"type\":\"track\",\"pad\":\"" + "x".repeat(33_000) + "\"}}";

        Service.error(owner.post("/api/destinations/" + destination + "/test", body), 413);

        assertNothingStored();
    }

    @Test
    void refuses_an_event_nested_10_000_levels_deep() {
        String body = "{\"event\":{\"type\":\"track\",\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}}";

        assertThat(owner.statusOfPost("/api/destinations/" + destination + "/test", body))
                .isEqualTo(400);

        assertNothingStored();
    }

    @Test
    void stores_an_event_nested_as_deep_as_it_may_be() {
        owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
        String deep = "{\"event\":{\"type\":\"track\",\"a\":" + "[".repeat(399) + "]".repeat(399) + "}}";

        assertThat(owner.statusOfPost("/api/destinations/" + destination + "/test", deep))
                .isEqualTo(200);

        String id = JsonNodes.data(
                        owner.get("/api/outcomes?destinationId=" + destination).asString())
                .at("/outcomes/0/id")
                .textValue();
        assertThat(owner.statusOfGet("/api/outcomes/" + id + "?verdict=FAILED")).isEqualTo(200);
    }

    @Test
    void refuses_what_is_not_testable_with_the_reason() {
        String device = owner.destination(source, "hotjar", Map.of());

        JsonNode error = Service.error(owner.post("/api/destinations/" + device + "/test", TRACK), 422);

        assertThat(error.get("message").textValue()).containsIgnoringCase("device");
    }

    private void assertNothingStored() {
        assertThat(JsonNodes.data(owner.get("/api/outcomes?destinationId=" + destination)
                                .asString())
                        .get("outcomes"))
                .isEmpty();
    }

    private static List<String> verdicts(JsonNode outcome) {
        return StreamSupport.stream(outcome.get("mappings").spliterator(), false)
                .map(mapping -> mapping.get("name").textValue() + " "
                        + mapping.get("verdict").textValue())
                .toList();
    }

    private static String reason(JsonNode outcome, int mapping, String stage) {
        for (JsonNode entry : outcome.get("mappings").get(mapping).get("stages")) {
            if (entry.get("stage").textValue().equals(stage)) {
                return entry.path("reasons").toString();
            }
        }
        return "";
    }
}

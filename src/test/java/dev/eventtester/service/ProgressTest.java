package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import dev.eventtester.event.JsonText;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProgressTest {

    private static final String TRACK = "{\"event\":{\"type\":\"track\",\"event\":\"Order\",\"userId\":\"u1\"}}";

    private final Service owner = Service.owner();
    private LoopbackDestination server;
    private String destination;

    @BeforeEach
    void makeDestination() {
        server = LoopbackDestination.start();
        server.on("/held", Reply.ok().held());
        destination = owner.destination(owner.source("http-api"), "actions-webhook", Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestCall test(String body) {
        return TestCall.to("/api/destinations/" + destination + "/test", body);
    }

    @Test
    void streams_every_mapping_as_it_completes_and_then_the_outcome() {
        owner.webhook(destination, "slow", "type = \"track\"", server.url("/held"));
        owner.webhook(destination, "fast", "type = \"track\"", server.url("/fast"));

        EventLines stream = test(TRACK).follow();
        EventLines.Event first = stream.next();
        server.release();
        EventLines.Event second = stream.next();
        EventLines.Event last = stream.next();

        assertThat(first.name()).isEqualTo("mapping");
        assertThat(first.json().at("/done").intValue()).isEqualTo(1);
        assertThat(first.json().at("/total").intValue()).isEqualTo(2);
        assertThat(first.json().at("/mapping/name").textValue()).isEqualTo("fast");
        assertThat(second.json().at("/done").intValue()).isEqualTo(2);
        assertThat(second.json().at("/mapping/name").textValue()).isEqualTo("slow");
        assertThat(last.name()).isEqualTo("outcome");
        assertThat(stream.isAtItsEnd()).isTrue();
        JsonNode outcome = last.json().at("/data/outcome");
        assertThat(outcome.get("mappings"))
                .containsExactly(second.json().get("mapping"), first.json().get("mapping"));
        assertThat(last.data())
                .isEqualTo(owner.get("/api/outcomes/" + outcome.get("id").textValue())
                        .asString());
    }

    @Test
    void streams_the_test_of_one_mapping_and_keeps_the_lines_of_its_event() {
        String mapping = owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
        String event = "{\n  \"type\": \"track\"\n}";

        EventLines stream = TestCall.to(
                        "/api/destinations/" + destination + "/subscriptions/" + mapping + "/test",
                        "{\"event\":" + event + "}")
                .follow();

        assertThat(stream.next().name()).isEqualTo("mapping");
        assertThat(JsonText.members(TestCall.outcome(stream.next().data())).get("event"))
                .isEqualTo(event);
    }

    @Test
    void keeps_the_connection_alive_while_nothing_happens() {
        owner.webhook(destination, "slow", "type = \"track\"", server.url("/held"));

        EventLines stream = test(TRACK).follow();

        assertThat(stream.comment()).startsWith(": ");
        server.release();
        assertThat(stream.next().name()).isEqualTo("mapping");
        assertThat(stream.next().name()).isEqualTo("outcome");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/event-stream | text/event-stream",
                "text/event-stream, application/json;q=0.5 | text/event-stream",
                "application/json, text/event-stream;q=0.5 | application/json",
                "*/* | application/json",
                "application/vnd.segment.v1+json | application/json",
            })
    void streams_to_those_who_ask_for_it(String accept, String type) {
        HttpResponse<String> answer = test(TRACK).header("Accept", accept).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event\": | 400",
                "{} | 422",
                "{\"event\":{\"type\":\"track\"},\"delivery\":\"MAYBE\"} | 422",
            })
    void answers_a_wrong_request_with_the_usual_error_and_no_stream(String body, int status) {
        HttpResponse<String> answer =
                test(body).header("Accept", "text/event-stream").send();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(JsonText.parse(answer.body()).at("/errors/0/message").textValue())
                .isNotEmpty();
    }

    @Test
    void answers_an_unknown_destination_with_404_and_no_stream() {
        HttpResponse<String> answer = TestCall.to("/api/destinations/nope/test", TRACK)
                .header("Accept", "text/event-stream")
                .send();

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonText.parse(answer.body()).has("errors")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void a_client_that_disconnects_does_not_stop_the_test(String accept) throws IOException {
        owner.webhook(destination, "slow", "type = \"track\"", server.url("/held"));
        try (Socket client = test(TRACK).header("Accept", accept).sendAlone()) {
            server.awaitSeen(1);
            client.setSoLinger(true, 0);
        }
        String id = onlyOutcome();
        assertThat(outcome(id).get("status").textValue()).isEqualTo("RUNNING");

        server.release();

        JsonNode outcome = owner.ended(id);
        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
        assertThat(outcome.at("/mappings/0/calls/0/state").textValue()).isEqualTo("ANSWERED");
    }

    @Test
    void answers_at_once_where_the_outcome_will_be() {
        owner.webhook(destination, "slow", "type = \"track\"", server.url("/held"));

        HttpResponse<String> answer = test(TRACK).async().send();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("respond-async");
        JsonNode begun = JsonText.parse(answer.body()).at("/data/outcome");
        assertThat(begun.get("status").textValue()).isEqualTo("RUNNING");
        assertThat(begun.get("verdict").isNull()).isTrue();
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/outcomes/" + begun.get("id").textValue());
        assertThat(owner.get(location).asString()).isEqualTo(answer.body());
        server.release();
        assertThat(owner.ended(begun.get("id").textValue()).get("verdict").textValue())
                .isEqualTo("SUCCEEDED");
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void a_wrong_request_is_not_accepted_for_later() {
        assertThat(test("{}").async().send().statusCode()).isEqualTo(422);
    }

    private String onlyOutcome() {
        JsonNode outcomes = Service.data(owner.get("/api/outcomes?destinationId=" + destination), 200)
                .get("outcomes");
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0).get("id").textValue();
    }

    private JsonNode outcome(String id) {
        return Service.data(owner.get("/api/outcomes/" + id), 200).get("outcome");
    }
}

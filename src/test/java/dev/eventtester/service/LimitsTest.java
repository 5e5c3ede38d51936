package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Workspaces;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import dev.eventtester.event.JsonText;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Guarded.class)
class LimitsTest {

    private static final String TRACK = "{\"event\":{\"type\":\"track\",\"userId\":\"u1\"}}";
    private static final String VALIDATE =
            "{\"event\":{\"type\":\"track\",\"userId\":\"u1\"},\"delivery\":\"VALIDATE\"}";

    @Inject
    Workspaces workspaces;

    private LoopbackDestination server;
    private Service owner;
    private String destination;

    @BeforeEach
    void makeDestination() throws Throwable {
        server = LoopbackDestination.start();
        owner = NewWorkspace.owner(workspaces);
        destination = owner.destination(owner.source("http-api"), "actions-webhook", Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Response test(String body) {
        return owner.post("/api/destinations/" + destination + "/test", body);
    }

    private TestCall call() {
        return TestCall.to("/api/destinations/" + destination + "/test", TRACK)
                .header("Authorization", "Bearer " + owner.token());
    }

    private void mappings(int count, String trigger, String path) {
        IntStream.range(0, count).forEach(i -> owner.webhook(destination, "m" + i, trigger, server.url(path)));
    }

    /** Tests until one is refused; a minute or day that ends meanwhile allows once more as many as the limit. */
    private Response untilRefused(String body, int limit) {
        Response[] last = new Response[1];
        List<Response> accepted = Stream.generate(() -> last[0] = test(body))
                .limit(2L * limit + 1)
                .takeWhile(answer -> answer.statusCode() == 200)
                .toList();
        assertThat(accepted).hasSizeBetween(limit, 2 * limit);
        return last[0];
    }

    @Test
    void refuses_more_tests_than_a_minute_may_have() {
        Response refused = untilRefused(VALIDATE, Guarded.TESTS_PER_MINUTE);

        JsonNode error = Service.error(refused, 429);
        assertThat(error.get("message").textValue()).contains("20 tests per minute", "tests-per-minute");
        assertThat(error.at("/data/limit").textValue()).isEqualTo("tests-per-minute");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void refuses_more_calls_than_a_day_may_have_and_still_validates() {
        mappings(30, "type = \"page\"", "/never");

        Response refused = untilRefused(TRACK, 3);

        assertThat(Service.error(refused, 429).get("message").textValue()).contains("100 calls per day");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86400);
        assertThat(test(VALIDATE).statusCode()).isEqualTo(200);
    }

    @Test
    void a_refused_test_leaves_nothing_behind() {
        mappings(30, "type = \"track\"", "/a");
        untilRefused(TRACK, 3);

        int sent = server.seen().size();

        assertThat(sent % 30).isZero();
        assertThat(Service.data(owner.get("/api/outcomes"), 200).get("outcomes"))
                .hasSize(sent / 30);
    }

    @Test
    void refuses_a_test_that_needs_more_calls_than_are_free_until_they_are() {
        mappings(40, "type = \"track\"", "/held");
        server.on("/held", Reply.ok().held());
        CompletableFuture<HttpResponse<String>> running = call().start();
        server.awaitSeen(40);

        HttpResponse<String> refused = call().key("once").send();
        server.release();
        assertThat(running.join().statusCode()).isEqualTo(200);
        HttpResponse<String> later = call().key("once").send();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(JsonText.parse(refused.body()).at("/errors/0/message").textValue())
                .contains("60 calls in flight");
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(server.seen()).hasSize(80);
    }

    @Test
    void another_workspace_has_limits_of_its_own() throws Throwable {
        untilRefused(VALIDATE, Guarded.TESTS_PER_MINUTE);
        Service other = NewWorkspace.owner(workspaces);
        String theirs = other.destination(other.source("http-api"), "actions-webhook", Map.of());

        assertThat(other.post("/api/destinations/" + theirs + "/test", VALIDATE).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_silent_destination_ends_with_the_deadline_and_harms_no_other_result() {
        mappings(49, "type = \"track\"", "/fine");
        owner.webhook(destination, "silent", "type = \"track\"", server.url("/silent"));
        server.on("/silent", Reply.never());

        JsonNode outcome = owner.test(destination, TRACK);

        assertThat(outcome.get("verdict").textValue()).isEqualTo("PARTIAL");
        assertThat(outcome.at("/summary/mappings/succeeded").intValue()).isEqualTo(49);
        assertThat(StreamSupport.stream(outcome.get("mappings").spliterator(), false)
                        .limit(49))
                .allSatisfy(mapping -> assertThat(
                                mapping.at("/calls/0/response/statusCode").intValue())
                        .isEqualTo(200));
        assertThat(outcome.at("/mappings/49/calls/0/state").textValue()).isEqualTo("TIMED_OUT");
        assertThat(outcome.get("durationMillis").intValue())
                .isBetween(Guarded.CALL_TIMEOUT_MILLIS, 2 * Guarded.CALL_TIMEOUT_MILLIS);
    }

    @Test
    void marks_the_event_that_is_sent_and_shows_the_one_that_came() {
        mappings(1, "type = \"track\"", "/a");
        String event = "{\"type\":\"track\",\"userId\":\"u1\",\"context\":{\"ip\":\"1.2.3.4\"}}";

        JsonNode outcome = owner.test(destination, "{\"event\":" + event + "}");

        assertThat(outcome.get("event").toString()).isEqualTo(event);
        assertThat(outcome.get("notes"))
                .extracting(note -> note.get("code").textValue())
                .contains("event-marked");
        JsonNode sent = JsonText.parse(server.seen().get(0).text());
        assertThat(sent.at("/context/ip").textValue()).isEqualTo("1.2.3.4");
        assertThat(sent.at("/context/eventTester/outcomeId")).isEqualTo(outcome.get("id"));
    }

    @Test
    void counts_the_identities_that_were_sent() {
        mappings(2, "type = \"track\"", "/a");
        owner.webhook(destination, "unsent", "type = \"page\"", server.url("/a"));

        assertThat(owner.test(destination, TRACK).at("/summary/identities").toString())
                .isEqualTo("{\"userIds\":1,\"anonymousIds\":0}");
        assertThat(owner.test(destination, VALIDATE).at("/summary/identities").toString())
                .isEqualTo("{\"userIds\":0,\"anonymousIds\":0}");
    }
}

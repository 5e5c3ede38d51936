package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Workspaces;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import dev.eventtester.event.JsonText;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {

    private static final String TRACK = "{\"event\":{\"type\":\"track\"}}";
    private static final int AT_ONCE = 20;

    @Inject
    Workspaces workspaces;

    private final Service owner = Service.owner();
    private final String key = UUID.randomUUID().toString();
    private LoopbackDestination server;
    private String destination;
    private String mapping;

    @BeforeEach
    void makeDestination() {
        server = LoopbackDestination.start();
        server.on("/held", Reply.ok().held());
        destination = owner.destination(owner.source("http-api"), "actions-webhook", Map.of());
        mapping = owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestCall test(String body) {
        return TestCall.to("/api/destinations/" + destination + "/test", body).key(key);
    }

    @Test
    void twenty_equal_requests_at_once_make_one_run_and_twenty_equal_answers() {
        owner.webhook(destination, "held", "type = \"track\"", server.url("/held"));

        List<CompletableFuture<HttpResponse<String>>> answers =
                IntStream.range(0, AT_ONCE).mapToObj(i -> test(TRACK).start()).toList();
        server.awaitSeen(2);
        server.release();

        List<String> bodies = answers.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::body)
                .toList();
        assertThat(bodies).allSatisfy(body -> assertThat(body).isEqualTo(bodies.get(0)));
        assertThat(outcome(bodies.get(0)).get("status").textValue()).isEqualTo("COMPLETED");
        assertThat(server.seen("/held")).hasSize(1);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void a_repeated_request_gets_the_first_answer_whatever_was_changed_since() {
        String first = test(TRACK).send().body();
        owner.delete("/api/destinations/" + destination);

        HttpResponse<String> second = test(TRACK).send();

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void refuses_the_same_key_with_another_body_or_another_path() {
        test(TRACK).send();

        refuses(test("{\"event\":{\"type\":\"track\",\"userId\":\"other\"}}").send());
        refuses(TestCall.to("/api/destinations/" + destination + "/subscriptions/" + mapping + "/test", TRACK)
                .key(key)
                .send());
        assertThat(server.seen()).hasSize(1);
        assertThat(stored()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "tab\there", "\u00fc", ""})
    void refuses_a_key_that_is_not_visible_ascii(String wrong) {
        refusesKey(wrong);
    }

    @Test
    void refuses_a_key_of_256_characters_and_takes_one_of_255() {
        refusesKey("k".repeat(256));
        assertThat(test(TRACK).key(key + "k".repeat(255 - key.length())).send().statusCode())
                .isEqualTo(200);
    }

    private void refusesKey(String wrong) {
        Response answer = given().header("Authorization", "Bearer " + Service.OWNER)
                .header("Idempotency-Key", wrong)
                .contentType("application/json")
                .body(TRACK)
                .post("/api/destinations/" + destination + "/test");
        assertThat(Service.error(answer, 422).get("field").textValue()).isEqualTo("Idempotency-Key");
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_request_that_failed_does_not_use_up_its_key() {
        String path = "/api/destinations/" + destination + "/subscriptions/" + mapping + "/test";
        String wrong = TRACK.replace("}}", "},\"draft\":{\"trigger\":\"type\"}}");

        assertThat(TestCall.to(path, wrong).key(key).send().statusCode()).isEqualTo(422);
        assertThat(TestCall.to("/api/destinations/nope/test", TRACK)
                        .key(key)
                        .send()
                        .statusCode())
                .isEqualTo(404);
        assertThat(TestCall.to(path, TRACK).key(key).send().statusCode()).isEqualTo(200);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void the_same_key_in_another_workspace_is_another_key() throws Throwable {
        test(TRACK).send();
        Service other = NewWorkspace.owner(workspaces);
        String theirs = other.destination(other.source("http-api"), "actions-webhook", Map.of());

        HttpResponse<String> answer = TestCall.to("/api/destinations/" + theirs + "/test", TRACK)
                .key(key)
                .header("Authorization", "Bearer " + other.token())
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(outcome(answer.body()).at("/destination/id").textValue()).isEqualTo(theirs);
    }

    @Test
    void a_repeated_request_for_later_names_the_same_outcome() {
        owner.webhook(destination, "held", "type = \"track\"", server.url("/held"));

        HttpResponse<String> first = test(TRACK).async().send();
        HttpResponse<String> second = test(TRACK).async().send();
        server.release();
        HttpResponse<String> whole = test(TRACK).send();

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(outcome(whole.body()).get("status").textValue()).isEqualTo("COMPLETED");
        assertThat(server.seen("/held")).hasSize(1);
    }

    @Test
    void a_repeated_request_that_wants_a_stream_gets_just_the_outcome() {
        String first = test(TRACK).send().body();

        EventLines stream = test(TRACK).follow();

        EventLines.Event only = stream.next();
        assertThat(only.name()).isEqualTo("outcome");
        assertThat(only.data()).isEqualTo(first);
        assertThat(stream.isAtItsEnd()).isTrue();
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void what_another_replica_began_and_never_ended_is_answered_as_interrupted_and_not_sent_again() throws Throwable {
        String id = outcome(test(TRACK).send().body()).get("id").textValue();
        Database.run("update outcome set status = 'RUNNING', instance = 'gone' where id = ?1", UUID.fromString(id));

        HttpResponse<String> answer = test(TRACK).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(outcome(answer.body()).get("status").textValue()).isEqualTo("INTERRUPTED");
        assertThat(outcome(answer.body()).get("id").textValue()).isEqualTo(id);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void after_a_day_a_key_stands_for_a_new_test() throws Throwable {
        String first = test(TRACK).send().body();
        Database.run("update idempotency_key set created_at = now() - interval '25 hours' where key = ?1", key);

        String second = test("{\"event\":{\"type\":\"track\",\"userId\":\"other\"}}")
                .send()
                .body();

        assertThat(outcome(second).get("id")).isNotEqualTo(outcome(first).get("id"));
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void a_key_whose_outcome_is_no_longer_kept_sends_nothing() throws Throwable {
        String id = outcome(test(TRACK).send().body()).get("id").textValue();
        Database.run("delete from outcome where id = ?1", UUID.fromString(id));

        HttpResponse<String> answer = test(TRACK).send();

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(server.seen()).hasSize(1);
    }

    private void refuses(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JsonText.parse(answer.body()).at("/errors/0/field").textValue())
                .isEqualTo("Idempotency-Key");
    }

    private JsonNode stored() {
        return Service.data(owner.get("/api/outcomes?destinationId=" + destination), 200)
                .get("outcomes");
    }

    private static JsonNode outcome(String answer) {
        return JsonText.parse(answer).at("/data/outcome");
    }
}

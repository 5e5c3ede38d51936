package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a destination accepts its settings, asked for real. */
@QuarkusTest
class CredentialsTest {

    private static final String KEY = "k3y-of-tickets";

    private final Service owner = Service.owner();
    private LoopbackDestination server;

    @BeforeEach
    void start() {
        server = LoopbackDestination.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void are_valid_when_the_destination_says_so() {
        JsonNode answer = check(tickets(server.url("/api")));

        assertThat(answer.get("credentials").textValue()).isEqualTo("VALID");
        assertThat(server.seen()).singleElement().satisfies(seen -> {
            assertThat(seen.method() + " " + seen.target()).isEqualTo("GET /api/me");
            assertThat(seen.headers()).containsEntry("x-api-key", KEY);
        });
        assertThat(answer.at("/calls/0/response/statusCode").intValue()).isEqualTo(200);
        assertThat(answer.toString()).doesNotContain(KEY);
    }

    @Test
    void are_invalid_in_the_destinations_own_words_without_the_secret() {
        server.on("/api/me", Reply.json(403, "{\"error\":\"no such key: " + KEY + "\"}"));

        JsonNode answer = check(tickets(server.url("/api")));

        assertThat(answer.get("credentials").textValue()).isEqualTo("INVALID");
        assertThat(answer.get("message").textValue()).contains("403", "no such key");
        assertThat(answer.toString()).doesNotContain(KEY);
    }

    @Test
    void are_invalid_without_asking_when_a_required_one_is_missing() {
        String incomplete =
                owner.destination(owner.source("http-api"), "tickets", Map.of("base_url", server.url("/api")));

        JsonNode answer = check(incomplete);

        assertThat(answer.get("credentials").textValue()).isEqualTo("INVALID");
        assertThat(answer.get("message").textValue()).contains("api_key");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void cannot_be_checked_when_the_destination_does_not_answer() {
        server.on("/api/me", Reply.reset());

        JsonNode answer = check(tickets(server.url("/api")));

        assertThat(answer.get("credentials").textValue()).isEqualTo("NOT_CHECKABLE");
        assertThat(answer.get("calls")).hasSize(1);
    }

    @Test
    void cannot_be_checked_at_an_address_that_is_not_allowed() {
        JsonNode answer = check(tickets("http://10.0.0.1/api"));

        assertThat(answer.get("credentials").textValue()).isEqualTo("NOT_CHECKABLE");
        assertThat(answer.at("/calls/0/state").textValue()).isEqualTo("BLOCKED");
    }

    @Test
    void cannot_be_checked_where_the_definition_has_no_way_to_ask() {
        JsonNode answer = check(owner.destination(owner.source("http-api"), "actions-webhook", Map.of()));

        assertThat(answer.get("credentials").textValue()).isEqualTo("NOT_CHECKABLE");
        assertThat(answer.get("message").textValue()).isEqualTo("Webhook offers no way to check its settings.");
    }

    @Test
    void of_segment_connections_are_valid_when_the_write_key_exists() {
        String writeKey = owner.source("http-api").writeKey();

        assertThat(check(segment(writeKey)).get("credentials").textValue()).isEqualTo("VALID");
        JsonNode unknown = check(segment("no-such-write-key"));
        assertThat(unknown.get("credentials").textValue()).isEqualTo("INVALID");
        assertThat(unknown.get("message").textValue()).contains("404").doesNotContain("no-such-write-key");
    }

    private String tickets(String baseUrl) {
        return owner.destination(owner.source("http-api"), "tickets", Map.of("base_url", baseUrl, "api_key", KEY));
    }

    private String segment(String writeKey) {
        return owner.destination(owner.source("postgres"), "actions-segment", Map.of("source_write_key", writeKey));
    }

    private JsonNode check(String destination) {
        return Service.data(owner.post("/api/destinations/" + destination + "/credentials-check", "{}"), 200);
    }
}

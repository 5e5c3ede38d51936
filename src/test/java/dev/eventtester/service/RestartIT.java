package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a test whose service ends while a destination still holds its answer. */
class RestartIT {

    private static final String TRACK = "{\"event\":{\"type\":\"track\",\"event\":\"Order\"}}";

    private final Service owner = Service.owner();
    private final LoopbackDestination server = LoopbackDestination.start();
    private final int port = PackagedService.freePort();
    private final Map<String, String> configuration = PackagedServiceIT.Configuration.of("restarted");

    @BeforeEach
    void listen() {
        RestAssured.port = port;
        configuration.put("quarkus.http.port", Integer.toString(port));
        configuration.put("quarkus.shutdown.delay", "1s");
        server.on("/held", Reply.ok().held());
    }

    @AfterEach
    void close() {
        server.close();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    @Test
    void a_test_that_a_crash_cut_off_is_interrupted_and_never_sent_again() {
        String destination;
        try (PackagedService crashing = PackagedService.start(configuration).awaitReady(port)) {
            destination = destination();
            startTest(destination);
            server.awaitSeen(1);
            crashing.kill();
        }
        try (PackagedService restarted = PackagedService.start(configuration).awaitReady(port)) {
            JsonNode outcome = onlyOutcome(destination);

            assertThat(outcome.get("status").textValue()).isEqualTo("INTERRUPTED");
            assertThat(outcome.get("verdict").textValue()).isEqualTo("INTERRUPTED");
            assertThat(outcome.at("/mappings/0/verdict").textValue()).isEqualTo("INTERRUPTED");
            assertThat(outcome.get("event").toString()).isEqualTo("{\"type\":\"track\",\"event\":\"Order\"}");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(restarted.output()).doesNotContain("ERROR");
        }
    }

    @Test
    void a_service_that_is_asked_to_stop_ends_its_tests_first() {
        try (PackagedService service = PackagedService.start(configuration).awaitReady(port)) {
            CompletableFuture<Integer> test = startTest(destination());
            server.awaitSeen(1);

            service.stop();
            service.awaitStopping(port);
            server.release();

            assertThat(test.join()).isEqualTo(200);
            assertThat(service.awaitExit()).isIn(0, 143);
        }
    }

    private String destination() {
        String destination = owner.destination(owner.source("http-api"), "actions-webhook", Map.of());
        owner.webhook(destination, "held", "type = \"track\"", server.url("/held"));
        return destination;
    }

    private CompletableFuture<Integer> startTest(String destination) {
        return owner.startPost("/api/destinations/" + destination + "/test", TRACK);
    }

    private JsonNode onlyOutcome(String destination) {
        JsonNode outcomes = Service.data(owner.get("/api/outcomes?destinationId=" + destination), 200)
                .get("outcomes");
        assertThat(outcomes).hasSize(1);
        String id = outcomes.get(0).get("id").textValue();
        return Service.data(owner.get("/api/outcomes/" + id), 200).get("outcome");
    }
}

package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.LoopbackDestination.Seen;
import dev.eventtester.delivery.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A destination of a team's own, from its file to the requests it makes. */
@QuarkusTest
class MountedDestinationTest {

    private static final String PROBLEM = """
        {"event":{"type":"track","event":"Problem Reported","userId":"ann b",\
        "properties":{"labels":["late","parcel"]}}}\
        """;

    /** What {@code openssl dgst -sha256 -hmac} gives for the body and the secret of these tests. */
    private static final String SIGNATURE = "3abe40d3b92e2c6182a7679de3ed9cae7fc52d2af0cc284c4d7e8680da3dac1a";

    private final Service owner = Service.owner();
    private LoopbackDestination server;
    private String destination;

    @BeforeEach
    void makeDestinationFromItsPreset() {
        server = LoopbackDestination.start();
        Map<String, String> settings = Map.of(
                "base_url", server.url("/api"), "api_key", "k3y-of-tickets", "signing_secret", "s1gn-of-tickets");
        destination = owner.destination(owner.source("http-api"), "tickets", settings);
        JsonNode preset = definition().at("/presets/0");
        Map<String, ?> mapping = Map.of(
                "name", preset.get("name").textValue(),
                "actionId", preset.get("actionId").textValue(),
                "trigger", preset.get("trigger").textValue(),
                "enabled", true,
                "settings", preset.get("fields"));
        Service.data(owner.post("/api/destinations/" + destination + "/subscriptions", mapping), 200);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void creates_what_the_lookup_does_not_find() {
        server.on("/api/tickets", Reply.json(404, "[]"), Reply.json(201, "{\"id\":\"T8\"}"));

        JsonNode outcome = owner.test(destination, PROBLEM);

        assertThat(lines()).containsExactly("GET /api/tickets?customer=ann+b", "POST /api/tickets");
        Seen creation = server.seen().get(1);
        assertThat(creation.text()).isEqualTo("subject=Problem+Reported&label=late&label=parcel");
        assertThat(creation.headers())
                .containsEntry("x-api-key", "k3y-of-tickets")
                .containsEntry("content-type", "application/x-www-form-urlencoded;charset=UTF-8")
                .containsEntry("x-signature", SIGNATURE);
        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
        assertThat(outcome.at("/mappings/0/calls"))
                .extracting(call -> call.at("/response/statusCode").intValue())
                .containsExactly(404, 201);
        assertThat(outcome.toString()).doesNotContain("k3y-of-tickets", "s1gn-of-tickets");
    }

    @Test
    void updates_what_the_lookup_finds() {
        server.on("/api/tickets", Reply.json(200, "[{\"id\":\"T/7\"}]"));

        JsonNode outcome = owner.test(destination, PROBLEM);

        assertThat(lines()).containsExactly("GET /api/tickets?customer=ann+b", "PUT /api/tickets/T%2F7");
        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
    }

    @Test
    void stops_at_an_answer_that_its_file_does_not_expect() {
        server.on("/api/tickets", Reply.json(500, "{\"error\":\"down\"}"));

        JsonNode mapping = owner.test(destination, PROBLEM).at("/mappings/0");

        assertThat(lines()).containsExactly("GET /api/tickets?customer=ann+b");
        assertThat(mapping.get("verdict").textValue()).isEqualTo("FAILED");
        assertThat(mapping.at("/calls/0/response/body").textValue()).isEqualTo("{\"error\":\"down\"}");
    }

    @Test
    void makes_no_request_from_an_answer_without_what_the_next_one_needs() {
        server.on("/api/tickets", Reply.json(200, "[]"));

        JsonNode mapping = owner.test(destination, PROBLEM).at("/mappings/0");

        assertThat(lines()).hasSize(1);
        assertThat(mapping.get("verdict").textValue()).isEqualTo("FAILED");
        assertThat(mapping.get("stages").toString()).contains("{id}");
    }

    @Test
    void is_listed_in_the_catalog_like_the_built_in_ones() {
        JsonNode tickets = definition();
        assertThat(tickets.get("name").textValue()).isEqualTo("Tickets");
        assertThat(tickets.at("/actions/0/fields"))
                .extracting(field -> field.get("fieldKey").textValue())
                .containsExactly("customer", "subject", "labels");
        assertThat(tickets.at("/options")).hasSize(3);
    }

    @Test
    void is_described_by_a_schema_that_editors_can_load() {
        Response schema = Service.owner().get("/api/catalog/destination.schema.json");
        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(schema.contentType()).startsWith("application/schema+json");
        assertThat(JsonNodes.data("{\"data\":" + schema.asString() + "}").at("/properties/slug/type"))
                .hasToString("\"string\"");
        assertThat(Service.as("nobody")
                        .get("/api/catalog/destination.schema.json")
                        .statusCode())
                .isEqualTo(401);
    }

    private JsonNode definition() {
        return Service.data(owner.get("/api/catalog/destinations/tickets"), 200).get("destinationMetadata");
    }

    private List<String> lines() {
        return server.seen().stream()
                .map(seen -> seen.method() + " " + seen.target())
                .toList();
    }
}

package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An outcome explains itself. */
@QuarkusTest
class ExplanationTest {

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
    void says_how_near_an_event_came_to_a_trigger() {
        owner.webhook(
                destination,
                "near",
                "type = \"track\" and event = \"Order\" and userId != null and properties.plan = \"5\"",
                server.url("/"));

        JsonNode mapping = owner.test(
                        destination,
                        "{\"event\":{\"type\":\"track\",\"event\":\"Order\",\"userId\":\"u\",\"properties\":{\"plan\":5}}}")
                .at("/mappings/0");

        assertThat(mapping.at("/trigger/nearestMiss").textValue())
                .contains("3 of 4", "properties.plan", "number 5", "text \"5\"");
        assertThat(mapping.at("/trigger/conditions/children/3/actualType").textValue())
                .isEqualTo("number");
        assertThat(mapping.at("/stages/0/reasons/0/message").textValue())
                .isEqualTo(mapping.at("/trigger/nearestMiss").textValue());
    }

    @Test
    void warns_of_what_a_trigger_or_a_mapping_does_not_mean() {
        owner.mapping(
                destination,
                "send",
                "odd",
                "event = 'Order'",
                Map.of(
                        "url",
                        server.url("/"),
                        "method",
                        "POST",
                        "data",
                        Map.of("a", Map.of("@template", "{{$.userId}}"))),
                true);

        JsonNode mapping = owner.test(destination, "{\"event\":{\"type\":\"track\",\"event\":\"Order\"}}")
                .at("/mappings/0");

        assertThat(mapping.at("/trigger/warnings/0/rewrite").textValue()).isEqualTo("event = \"Order\"");
        assertThat(mapping.at("/warnings/0/pointer").textValue()).startsWith("/data/a");
    }

    @Test
    void tells_where_every_field_comes_from_and_which_members_nothing_reads() {
        owner.mapping(
                destination,
                "send",
                "some",
                "type = \"track\"",
                Map.of(
                        "url", server.url("/"),
                        "method", "POST",
                        "data", Map.of("who", Map.of("@path", "$.userId")),
                        "headers", Map.of("@path", "$.context.headers")),
                true);

        JsonNode outcome = owner.test(
                destination,
                "{\"event\":{\"type\":\"track\",\"userId\":\"u\",\"anonymousId\":\"a\",\"context\":{\"ip\":\"192.0.2.1\"}}}");

        assertThat(outcome.get("unusedMembers").toString()).isEqualTo("[\"anonymousId\",\"context.ip\"]");
        JsonNode headers = field(outcome, "headers");
        assertThat(headers.get("state").textValue()).isEqualTo("ABSENT");
        assertThat(headers.get("from").textValue()).isEqualTo("@path $.context.headers");
        assertThat(headers.get("because").textValue()).contains("context.headers");
    }

    @Test
    void lists_the_mappings_that_fire_for_one_event_and_what_let_each_in() {
        owner.webhook(destination, "by type", "type = \"track\"", server.url("/"));
        owner.webhook(destination, "by name", "event = \"Order\"", server.url("/"));

        String notes = owner.test(destination, "{\"event\":{\"type\":\"track\",\"event\":\"Order\"}}")
                .get("notes")
                .toString();

        assertThat(notes).contains("several-mappings-matched", "by type", "type = \\\"track\\\"", "by name", "filters");
    }

    @Test
    void notes_an_integrations_object_that_would_have_kept_the_event_away() {
        owner.webhook(destination, "a", "type = \"track\"", server.url("/"));

        JsonNode outcome = owner.test(
                destination, "{\"event\":{\"type\":\"track\",\"integrations\":{\"All\":false,\"Slack\":true}}}");

        assertThat(outcome.get("notes").toString()).contains("integrations-would-exclude");
        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
    }

    @Test
    void merges_the_entities_of_a_linked_event() {
        owner.mapping(
                destination,
                "send",
                "linked",
                "properties.account.plan = \"pro\"",
                Map.of("url", server.url("/"), "method", "POST", "data", Map.of("@path", "$.properties")),
                true);

        JsonNode outcome = owner.test(destination, """
            {"event":{"type":"track","properties":{"account_id":7}},"product":"LINKED_EVENTS","enrichments":[
             {"name":"account","entity":"accounts","matchProperty":"account_id","columns":["id","plan"],
              "rows":[{"id":6,"plan":"free"},{"id":7,"plan":"pro"}]},
             {"name":"owner","entity":"users","matchProperty":"owner_id","columns":["id"],"rows":[{"id":1}]}]}\
            """);

        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
        assertThat(server.seen().get(0).text()).isEqualTo("{\"account_id\":7,\"account\":{\"id\":7,\"plan\":\"pro\"}}");
        assertThat(outcome.at("/enrichment/entities"))
                .extracting(entity -> entity.get("state").textValue())
                .containsExactly("FOUND", "NOT_FOUND");
    }

    @Test
    void shows_the_membership_that_a_row_means() {
        owner.mapping(
                destination,
                "send",
                "rows",
                "type = \"track\"",
                Map.of("url", server.url("/"), "method", "POST", "__segment_internal_sync_mode", "mirror"),
                true);

        JsonNode outcome = owner.test(destination, "{\"event\":{\"type\":\"track\",\"event\":\"deleted\"}}");

        assertThat(outcome.at("/mappings/0/audienceMembership/member").isBoolean())
                .isTrue();
        assertThat(outcome.at("/mappings/0/audienceMembership/member").booleanValue())
                .isFalse();
    }

    @Test
    void explains_a_trigger_with_and_without_an_event() {
        JsonNode alone = Service.data(
                        owner.post("/api/triggers/explain", Map.of("trigger", "type = \"track\" or event = 'x'")), 200)
                .get("explanation");
        assertThat(alone.get("valid").booleanValue()).isTrue();
        assertThat(alone.at("/conditions/operator").textValue()).isEqualTo("or");
        assertThat(alone.get("warnings")).isNotEmpty();

        JsonNode asked = Service.data(
                        owner.post(
                                "/api/triggers/explain",
                                Map.of("trigger", "type = \"track\"", "event", Map.of("type", "page"))),
                        200)
                .get("explanation");
        assertThat(asked.get("matched").booleanValue()).isFalse();

        JsonNode invalid = Service.data(owner.post("/api/triggers/explain", Map.of("trigger", "type")), 200)
                .get("explanation");
        assertThat(invalid.get("valid").booleanValue()).isFalse();
        assertThat(invalid.get("error").textValue()).contains("token is missing");
        assertThat(Service.error(owner.post("/api/triggers/explain", Map.of()), 422)
                        .get("field")
                        .textValue())
                .isEqualTo("trigger");
    }

    @Test
    void generates_a_sample_that_a_mapping_takes_without_editing() {
        String mapping = owner.mapping(
                destination,
                "send",
                "picky",
                "type = \"track\" and event = \"Order Completed\" and properties.total > 100 and traits.vip = true",
                Map.of(
                        "url",
                        server.url("/"),
                        "method",
                        "POST",
                        "data",
                        Map.of("total", Map.of("@path", "$.properties.total"))),
                true);

        JsonNode sample = Service.data(
                owner.post("/api/destinations/" + destination + "/sample-event", Map.of("subscriptionId", mapping)),
                200);

        JsonNode outcome = owner.test(destination, "{\"event\":" + sample.get("event") + "}");
        assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
        assertThat(sample.get("fits").booleanValue()).isTrue();
        Service.error(owner.post("/api/destinations/" + destination + "/sample-event", Map.of("type", "alias")), 422);
    }

    @Test
    void checks_the_credentials_of_a_destination() {
        JsonNode webhook =
                Service.data(owner.post("/api/destinations/" + destination + "/credentials-check", "{}"), 200);
        assertThat(webhook.get("credentials").textValue()).isEqualTo("NOT_CHECKABLE");

        String segment = owner.destination(owner.source("postgres"), "actions-segment", Map.of());
        JsonNode missing = Service.data(owner.post("/api/destinations/" + segment + "/credentials-check", "{}"), 200);
        assertThat(missing.get("credentials").textValue()).isEqualTo("INVALID");
        assertThat(missing.get("message").textValue()).contains("source_write_key");
    }

    @Test
    void lists_the_catalog() {
        JsonNode destinations = Service.data(owner.get("/api/catalog/destinations?pagination.count=3"), 200);
        assertThat(destinations.get("destinationsCatalog")).hasSize(3);
        assertThat(Service.data(owner.get("/api/catalog/destinations/6371eee1ae5e324869aa8b1b"), 200)
                        .at("/destinationMetadata/slug")
                        .textValue())
                .isEqualTo("actions-segment");
        assertThat(Service.data(owner.get("/api/catalog/sources"), 200).get("sourcesCatalog"))
                .isNotEmpty();
        Service.error(owner.get("/api/catalog/destinations/nope"), 404);
    }

    private static JsonNode field(JsonNode outcome, String name) {
        for (JsonNode field : outcome.at("/mappings/0/fields")) {
            if (field.get("field").textValue().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name + " in " + outcome);
    }
}

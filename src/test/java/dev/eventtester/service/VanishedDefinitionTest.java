package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator took a definition out of the catalog while destinations of it were stored. */
@QuarkusTest
class VanishedDefinitionTest {

    private static final String TRACK = "{\"event\":{\"type\":\"track\"}}";

    private final Service owner = Service.owner();
    private NewSource source;
    private String destination;
    private String mapping;

    @BeforeEach
    void makeDestination() {
        source = owner.source("http-api");
        destination = owner.destination(source, "actions-webhook", Map.of("sharedSecret", "abcdefgh1234"));
        mapping = owner.mapping(destination, "send", "m", "type = \"track\"", Map.of("method", "PUT"), true);
    }

    @Test
    void its_destinations_are_shown_changed_and_deleted_but_not_tested() throws Throwable {
        Database.run("update destination set metadata_id = 'gone' where id = ?1", UUID.fromString(destination));
        String path = "/api/destinations/" + destination;

        JsonNode shown = Service.data(owner.get(path), 200).get("destination");
        assertThat(shown.at("/metadata/id").textValue()).isEqualTo("gone");
        assertThat(shown.at("/metadata/status").textValue()).isEqualTo("UNAVAILABLE");
        assertThat(shown.at("/settings/sharedSecret").textValue()).isEqualTo("••••••••••1234");
        assertThat(Service.data(owner.get("/api/sources/" + source.id() + "/connected-destinations"), 200)
                        .get("destinations"))
                .containsExactly(shown);
        Service.data(owner.get("/api/destinations?pagination.count=1000"), 200);
        assertThat(Service.data(owner.get(path + "/subscriptions"), 200)
                        .at("/subscriptions/0/actionSlug")
                        .textValue())
                .isNotBlank();
        Service.data(owner.patch(path, "{\"enabled\":false,\"settings\":{}}"), 200);
        Service.error(owner.patch(path, "{\"settings\":{\"sharedSecret\":\"x\"}}"), 422);
        Service.data(owner.patch(path + "/subscriptions/" + mapping, "{\"input\":{\"enabled\":false}}"), 200);
        assertThat(Service.error(owner.post(path + "/test", TRACK), 422)
                        .get("message")
                        .textValue())
                .contains("gone");
        Service.error(owner.post(path + "/subscriptions/" + mapping + "/test", TRACK), 422);
        Service.data(owner.delete(path), 200);
    }

    @Test
    void its_action_alone_is_named() throws Throwable {
        Database.run("update mapping set action_id = 'gone' where id = ?1", UUID.fromString(mapping));
        String path = "/api/destinations/" + destination;

        assertThat(Service.data(owner.get(path + "/subscriptions/" + mapping), 200)
                        .at("/subscription/actionSlug")
                        .textValue())
                .isEqualTo("gone");
        assertThat(Service.error(owner.post(path + "/test", TRACK), 422)
                        .get("field")
                        .textValue())
                .isEqualTo("actionId");
    }

    @Test
    void a_source_of_a_vanished_kind_is_shown() throws Throwable {
        Database.run("update source set metadata_id = 'gone' where id = ?1", UUID.fromString(source.id()));

        assertThat(Service.data(owner.get("/api/sources/" + source.id()), 200)
                        .at("/source/metadata/status")
                        .textValue())
                .isEqualTo("UNAVAILABLE");
        Service.error(owner.post("/api/destinations/" + destination + "/test", TRACK), 422);
        Service.error(
                owner.post(
                        "/api/destinations",
                        Map.of("sourceId", source.id(), "metadataId", "actions-webhook", "settings", Map.of())),
                422);
    }
}

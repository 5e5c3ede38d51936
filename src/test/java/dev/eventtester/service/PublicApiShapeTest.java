package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every answer has exactly the members of the published models, as the strictest of their clients demands: no other
 * member anywhere, no required one missing or null.
 */
@QuarkusTest
class PublicApiShapeTest {

    @Inject
    Workspaces workspaces;

    private Service owner;
    private String source;
    private String destination;
    private String subscriptions;

    @BeforeEach
    void makeWorkspace() throws Throwable {
        owner = NewWorkspace.owner(workspaces);
        Service.NewSource made = owner.source("postgres");
        source = made.id();
        destination = owner.destination(made, "actions-segment", Map.of("source_write_key", "abcd1234"));
        subscriptions = "/api/destinations/" + destination + "/subscriptions";
    }

    @Test
    void the_workspace_and_the_echo() {
        Shape.WORKSPACE.check(only(owner.get("/api/"), 200, "workspace"));
        assertThat(names(Service.data(owner.get("/api/echo?message=x"), 200)))
                .containsExactlyInAnyOrder("method", "message", "headers");
    }

    @Test
    void the_catalog() {
        Shape.SOURCE_METADATA.checkAll(page(owner.get("/api/catalog/sources"), "sourcesCatalog"));
        JsonNode destinations = page(owner.get("/api/catalog/destinations"), "destinationsCatalog");
        Shape.DESTINATION_METADATA.checkAll(destinations);
        for (JsonNode entry : destinations) {
            Shape.DESTINATION_METADATA.check(only(
                    owner.get("/api/catalog/destinations/" + entry.get("id").textValue()), 200, "destinationMetadata"));
        }
        Shape.SOURCE_METADATA.check(only(owner.get("/api/catalog/sources/iUM16Md8P2"), 200, "sourceMetadata"));
    }

    @Test
    void sources() {
        Map<String, Object> body = Map.of("slug", "shape", "enabled", true, "metadataId", "iUM16Md8P2");
        JsonNode made = only(owner.post("/api/sources", body), 201, "source");
        Shape.SOURCE.check(made);
        String path = "/api/sources/" + made.get("id").textValue();
        Shape.SOURCE.check(only(owner.post(path + "/writekey", ""), 200, "source"));
        Shape.LABEL.checkAll(
                only(owner.post(path + "/labels", "{\"labels\":[{\"key\":\"a\",\"value\":\"b\"}]}"), 200, "labels"));
        Shape.SOURCE.check(only(owner.patch(path, Map.of("name", "n")), 200, "source"));

        JsonNode data = Service.data(owner.get(path), 200);
        assertThat(names(data)).containsExactlyInAnyOrder("source", "trackingPlanId");
        assertThat(data.get("trackingPlanId").isNull()).isTrue();
        Shape.SOURCE.check(data.get("source"));
        Shape.SOURCE.checkAll(page(owner.get("/api/sources"), "sources"));
        deleted(owner.delete(path + "/writekey/" + made.at("/writeKeys/0").textValue()));
        deleted(owner.delete(path));
    }

    @Test
    void destinations() {
        Map<String, Object> body = new HashMap<>();
        body.put("sourceId", source);
        body.put("metadataId", "6371eee1ae5e324869aa8b1b");
        body.put("settings", Map.of("source_write_key", "abcd1234"));
        body.put("name", null);
        JsonNode made = only(owner.post("/api/destinations", body), 200, "destination");
        Shape.DESTINATION.check(made);
        String path = "/api/destinations/" + made.get("id").textValue();
        Shape.DESTINATION.check(only(owner.get(path), 200, "destination"));
        Shape.DESTINATION.check(only(owner.patch(path, "{\"enabled\":true,\"settings\":{}}"), 200, "destination"));
        Shape.DESTINATION.checkAll(page(owner.get("/api/destinations"), "destinations"));
        Shape.DESTINATION.checkAll(
                page(owner.get("/api/sources/" + source + "/connected-destinations"), "destinations"));
        deleted(owner.delete(path));
    }

    @Test
    void a_destination_that_the_catalog_forgot() throws Throwable {
        Database.run(
                "update destination set metadata_id = 'gone' where id = ?1", java.util.UUID.fromString(destination));

        Shape.DESTINATION.check(only(owner.get("/api/destinations/" + destination), 200, "destination"));
    }

    @Test
    void subscriptions() {
        Map<String, Object> body = Map.of(
                "name",
                "Track",
                "actionId",
                "oiFvX4YXwyaPVysi1t7mtz",
                "trigger",
                "type = \"track\"",
                "enabled",
                false,
                "settings",
                Map.of("event_name", Map.of("@path", "$.event"), "enable_batching", false));
        JsonNode made = only(owner.post(subscriptions, body), 200, "destinationSubscription");
        Shape.SUBSCRIPTION.check(made);
        assertThat(made.get("modelId").textValue()).isEmpty();
        String path = subscriptions + "/" + made.get("id").textValue();
        Shape.SUBSCRIPTION.check(only(owner.get(path), 200, "subscription"));
        Shape.SUBSCRIPTION.check(only(owner.patch(path, "{\"input\":{\"enabled\":true}}"), 200, "subscription"));
        Shape.SUBSCRIPTION.checkAll(page(owner.get(subscriptions), "subscriptions"));
        deleted(owner.delete(path));
    }

    @Test
    void filters() {
        String filters = "/api/destination/" + destination + "/filters";
        Map<String, Object> body = Map.of(
                "sourceId",
                source,
                "if",
                "all",
                "title",
                "t",
                "enabled",
                true,
                "actions",
                List.of(
                        Map.of("type", "DROP"),
                        Map.of("type", "SAMPLE", "percent", 0.5, "path", "userId"),
                        Map.of("type", "DROP_PROPERTIES", "fields", Map.of("context", List.of("ip")))));
        JsonNode made = only(owner.post(filters, body), 200, "filter");
        Shape.FILTER.check(made);
        String path = filters + "/" + made.get("id").textValue();
        Shape.FILTER.check(only(owner.get(path), 200, "filter"));
        Shape.FILTER.check(only(owner.patch(path, Map.of("description", "d")), 200, "filter"));
        Shape.FILTER.checkAll(page(owner.get(filters), "filters"));
        deleted(owner.delete(path));
    }

    @Test
    void models() {
        Map<String, Object> body = Map.of(
                "sourceId",
                source,
                "name",
                "m",
                "description",
                "",
                "enabled",
                true,
                "query",
                "select 1",
                "queryIdentifierColumn",
                "id");
        JsonNode made = only(owner.post("/api/reverse-etl-models", body), 201, "reverseEtlModel");
        Shape.MODEL.check(made);
        String path = "/api/reverse-etl-models/" + made.get("id").textValue();
        Shape.MODEL.check(only(owner.get(path), 200, "reverseEtlModel"));
        Shape.MODEL.check(only(owner.patch(path, Map.of("enabled", false)), 200, "reverseEtlModel"));
        Shape.MODEL.checkAll(page(owner.get("/api/reverse-etl-models"), "models"));
        deleted(owner.delete(path));
    }

    private static JsonNode only(Response answer, int status, String name) {
        JsonNode data = Service.data(answer, status);
        assertThat(names(data)).containsExactly(name);
        return data.get(name);
    }

    private static JsonNode page(Response answer, String name) {
        JsonNode data = Service.data(answer, 200);
        assertThat(names(data)).containsExactlyInAnyOrder(name, "pagination");
        Shape.PAGINATION.check(data.get("pagination"));
        assertThat(data.get(name)).isNotEmpty();
        return data.get(name);
    }

    private static void deleted(Response answer) {
        assertThat(Service.data(answer, 200).toString()).isEqualTo("{\"status\":\"SUCCESS\"}");
    }

    private static Iterable<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}

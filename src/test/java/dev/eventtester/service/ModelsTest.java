package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ModelsTest {

    private static final String MODELS = "/api/reverse-etl-models";

    private final Service owner = Service.owner();
    private NewSource warehouse;

    @BeforeEach
    void makeSource() {
        warehouse = owner.source("postgres");
    }

    @Test
    void stores_shows_changes_and_deletes_a_model() {
        JsonNode made = create(warehouse, Map.of("scheduleStrategy", "MANUAL", "scheduleConfig", Map.of()));
        String path = MODELS + "/" + made.get("id").textValue();
        assertThat(Service.data(owner.get(path), 200).get("reverseEtlModel")).isEqualTo(made);
        assertThat(Service.data(owner.get(MODELS + "?pagination.count=1000"), 200)
                        .get("models"))
                .contains(made);

        JsonNode changed = Service.data(owner.patch(path, Map.of("enabled", false, "query", "select 2")), 200)
                .get("reverseEtlModel");
        assertThat(changed.get("enabled").booleanValue()).isFalse();
        assertThat(changed.get("query").textValue()).isEqualTo("select 2");
        assertThat(changed.get("name")).isEqualTo(made.get("name"));

        assertThat(Service.data(owner.delete(path), 200).get("status").textValue())
                .isEqualTo("SUCCESS");
        Service.error(owner.get(path), 404);
    }

    @Test
    void only_a_warehouse_has_models() {
        Map<String, Object> body = body(owner.source("http-api"), Map.of());

        assertThat(Service.error(owner.post(MODELS, body), 422).get("field").textValue())
                .isEqualTo("sourceId");
    }

    @ParameterizedTest
    @CsvSource({"name", "description", "enabled", "query", "queryIdentifierColumn", "sourceId"})
    void needs_every_member(String member) {
        Map<String, Object> body = body(warehouse, Map.of());
        body.remove(member);

        assertThat(Service.error(owner.post(MODELS, body), 422).get("field").textValue())
                .isEqualTo(member);
    }

    @Test
    void a_mapping_points_to_a_model_of_its_own_source_only() {
        String model = create(warehouse, Map.of()).get("id").textValue();
        String foreign = create(owner.source("postgres"), Map.of()).get("id").textValue();
        String destination = owner.destination(warehouse, "actions-segment", Map.of("source_write_key", "abcd1234"));
        String subscriptions = "/api/destinations/" + destination + "/subscriptions";

        JsonNode made =
                Service.data(owner.post(subscriptions, mapping(model)), 200).get("destinationSubscription");
        assertThat(made.get("modelId").textValue()).isEqualTo(model);
        assertThat(Service.error(owner.post(subscriptions, mapping(foreign)), 422)
                        .get("field")
                        .textValue())
                .isEqualTo("modelId");
        assertThat(Service.data(owner.get(subscriptions), 200).get("subscriptions"))
                .hasSize(1);

        String path = subscriptions + "/" + made.get("id").textValue();
        assertThat(changed(path, Map.of("name", "renamed")).get("modelId").textValue())
                .isEqualTo(model);
        assertThat(changed(path, Map.of("reverseETLModelId", "")).get("modelId").textValue())
                .isEmpty();
        changed(path, Map.of("reverseETLModelId", model));
        assertThat(Service.error(owner.patch(path, Map.of("input", Map.of("reverseETLModelId", "nope"))), 422)
                        .get("field")
                        .textValue())
                .isEqualTo("input.reverseETLModelId");

        owner.delete(MODELS + "/" + model).then().statusCode(200);
        assertThat(Service.data(owner.get(path), 200)
                        .at("/subscription/modelId")
                        .textValue())
                .isEmpty();
    }

    @Test
    void keeps_the_schedule_of_a_mapping() {
        String destination = owner.destination(warehouse, "actions-segment", Map.of("source_write_key", "abcd1234"));
        String id = owner.mapping(destination, "sendTrack", "m", "event = \"new\"", Map.of(), false);
        String path = "/api/destinations/" + destination + "/subscriptions/" + id;
        Map<String, Object> schedule = Map.of("strategy", "PERIODIC", "config", Map.of("interval", "15m"));

        assertThat(changed(path, Map.of("reverseETLSchedule", schedule))
                        .at("/reverseETLSchedule/config/interval")
                        .textValue())
                .isEqualTo("15m");
        assertThat(changed(path, Map.of("enabled", true)).has("reverseETLSchedule"))
                .isTrue();
        assertThat(Service.error(
                                owner.patch(path, "{\"input\":{\"reverseETLSchedule\":{\"strategy\":\"NEVER\"}}}"), 422)
                        .get("field")
                        .textValue())
                .isEqualTo("input.reverseETLSchedule.strategy");
        JsonNode without = Service.data(owner.patch(path, "{\"input\":{\"reverseETLSchedule\":null}}"), 200)
                .get("subscription");
        assertThat(without.has("reverseETLSchedule")).isFalse();
    }

    private JsonNode changed(String path, Map<String, ?> input) {
        return Service.data(owner.patch(path, Map.of("input", input)), 200).get("subscription");
    }

    private static Map<String, Object> mapping(String model) {
        return Map.of(
                "name", "m", "actionId", "sendTrack", "trigger", "event = \"new\"", "enabled", true, "modelId", model);
    }

    private JsonNode create(NewSource source, Map<String, ?> more) {
        return Service.data(owner.post(MODELS, body(source, more)), 201).get("reverseEtlModel");
    }

    private static Map<String, Object> body(NewSource source, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "sourceId",
                source.id(),
                "name",
                "Users",
                "description",
                "",
                "enabled",
                true,
                "query",
                "select id, email from users",
                "queryIdentifierColumn",
                "id"));
        body.putAll(more);
        return body;
    }
}

package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Test
    void a_models_columns_are_what_its_query_names_until_they_are_set() {
        String path = columnsOf(create(warehouse, Map.of("query", "select id, email, age from users")));

        assertThat(Service.data(owner.get(path), 200))
                .isEqualTo(json("{'columns': [{'name': 'id', 'type': 'STRING'}, {'name': 'email', 'type': 'STRING'},"
                        + " {'name': 'age', 'type': 'INTEGER'}], 'origin': 'QUERY'}"));

        JsonNode set = Service.data(owner.put(path, columns("""
            {"name": "plan", "type": "STRING", "example": "Gold"},
            {"name": "ID", "type": "INTEGER", "example": null}\
            """)), 200);
        assertThat(set)
                .isEqualTo(json("{'columns': [{'name': 'plan', 'type': 'STRING', 'example': 'Gold'},"
                        + " {'name': 'ID', 'type': 'INTEGER'}], 'origin': 'SET'}"));
        assertThat(Service.data(owner.get(path), 200)).isEqualTo(set);

        assertThat(Service.data(owner.put(path, columns("")), 200).get("origin").textValue())
                .isEqualTo("QUERY");
    }

    @Test
    void a_models_identifier_is_always_a_column() {
        JsonNode model = create(warehouse, Map.of("query", "select * from users", "queryIdentifierColumn", "user_key"));
        String path = columnsOf(model);

        assertThat(Service.data(owner.get(path), 200))
                .isEqualTo(json("{'columns': [{'name': 'user_key', 'type': 'STRING'}], 'origin': 'IDENTIFIER'}"));
        assertThat(Service.data(owner.put(path, columns("{\"name\": \"plan\", \"type\": \"STRING\"}")), 200)
                        .get("columns"))
                .extracting(column -> column.get("name").textValue())
                .containsExactly("user_key", "plan");

        owner.patch(MODELS + "/" + model.get("id").textValue(), Map.of("queryIdentifierColumn", "plan"))
                .then()
                .statusCode(200);
        assertThat(Service.data(owner.get(path), 200).get("columns")).hasSize(1);
    }

    @Test
    void a_model_never_shows_its_columns_itself() {
        JsonNode made = create(warehouse, Map.of());
        Service.data(owner.put(columnsOf(made), columns("{\"name\": \"plan\", \"type\": \"STRING\"}")), 200);

        assertThat(Service.data(owner.get(MODELS + "/" + made.get("id").textValue()), 200)
                        .get("reverseEtlModel"))
                .isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | 422 | columns",
                "{'columns': 'id'}                              | 422 | columns",
                "{'columns': [null]}                            | 422 | columns.0",
                "{'columns': [{'type': 'STRING'}]}              | 422 | columns.0.name",
                "{'columns': [{'name': ' ', 'type': 'STRING'}]} | 422 | columns.0.name",
                "{'columns': [{'name': 'a\\u0000', 'type': 'STRING'}]} | 422 | columns.0.name",
                "{'columns': [{'name': 'a'}]}                   | 422 | columns.0.type",
                "{'columns': [{'name': 'a', 'type': 'string'}]} | 422 | columns.0.type",
                "{'columns': [{'name': 'a', 'type': 'STRING'}, {'name': 'a', 'type': 'NUMBER'}]} | 422 |"
                        + " columns.1.name",
                "{'columns': [{'name': 'a', 'type': 'INTEGER', 'example': 1.5}]}     | 422 | columns.0.example",
                "{'columns': [{'name': 'a', 'type': 'DATETIME', 'example': 'soon'}]} | 422 | columns.0.example",
                "{'columns': [{'name': 'a', 'type': 'NUMBER', 'example': 1e999}]}    | 422 | columns.0.example",
            })
    void refuses_wrong_columns(String body, int status, String field) {
        String path = columnsOf(create(warehouse, Map.of()));
        JsonNode before = Service.data(owner.get(path), 200);

        assertThat(Service.error(owner.put(path, body.replace('\'', '"')), status)
                        .get("field")
                        .textValue())
                .isEqualTo(field);
        assertThat(Service.data(owner.get(path), 200)).isEqualTo(before);
    }

    @Test
    void refuses_columns_beyond_the_limits() {
        String path = columnsOf(create(warehouse, Map.of()));

        assertThat(Service.data(owner.put(path, columns(many(200))), 200).get("columns"))
                .hasSize(201);
        assertThat(Service.error(owner.put(path, columns(many(201))), 422)
                        .get("field")
                        .textValue())
                .isEqualTo("columns");
        String large = "{\"name\": \"a\", \"type\": \"STRING\", \"example\": \"" + "x".repeat(13_000) + "\"}";
        assertThat(Service.error(owner.put(path, columns(large)), 413)
                        .get("field")
                        .textValue())
                .isEqualTo("columns");
        String deep = "{\"name\": \"a\", \"type\": \"ARRAY\", \"example\": " + "[".repeat(22) + "]".repeat(22) + "}";
        assertThat(Service.error(owner.put(path, columns(deep)), 422)
                        .get("field")
                        .textValue())
                .isEqualTo("columns.0.example");
    }

    @Test
    void a_sample_for_a_mapping_is_a_row_of_its_model() {
        JsonNode model = create(warehouse, Map.of());
        Service.data(owner.put(columnsOf(model), columns("""
            {"name": "id", "type": "INTEGER", "example": 7001},
            {"name": "plan", "type": "STRING", "example": "Gold"},
            {"name": "signed_up", "type": "DATETIME"}\
            """)), 200);

        JsonNode sample = sampleFor(model.get("id").textValue(), Map.of());

        assertThat(sample.get("fits").booleanValue()).isTrue();
        assertThat(sample.get("notes")).isEmpty();
        assertThat(sample.at("/event/event").textValue()).isEqualTo("new");
        assertThat(sample.at("/event/properties")).hasSize(3);
        assertThat(sample.at("/event/properties/id").intValue()).isEqualTo(7001);
        assertThat(sample.at("/event/properties/plan").textValue()).isEqualTo("Gold");
        assertThat(sample.at("/event/properties/signed_up").textValue()).endsWith("Z");
        assertThat(sampleFor(model.get("id").textValue(), Map.of("product", "CONNECTIONS"))
                        .at("/event/properties")
                        .has("id"))
                .isTrue();
    }

    @Test
    void a_sample_of_a_model_with_unknown_columns_says_so() {
        String model = create(warehouse, Map.of("query", "select * from users", "queryIdentifierColumn", "user_key"))
                .get("id")
                .textValue();

        JsonNode sample = sampleFor(model, Map.of());

        assertThat(sample.get("fits").booleanValue()).isTrue();
        assertThat(sample.get("notes")).singleElement().asString().contains("columns are not known");
        assertThat(sample.at("/event/properties").has("user_key")).isTrue();
        assertThat(sample.at("/event/properties").has("email")).isTrue();
    }

    /** A sample for a new mapping that reads a row's plan and id. */
    private JsonNode sampleFor(String model, Map<String, ?> wish) {
        String destination = owner.destination(warehouse, "actions-segment", Map.of("source_write_key", "abcd1234"));
        Map<String, Object> body = new HashMap<>(mapping(model));
        body.put(
                "settings",
                Map.of(
                        "event_name", Map.of("@path", "$.properties.plan"),
                        "user_id", Map.of("@path", "$.properties.id")));
        String id = Service.data(owner.post("/api/destinations/" + destination + "/subscriptions", body), 200)
                .at("/destinationSubscription/id")
                .textValue();
        Map<String, Object> all = new HashMap<>(wish);
        all.put("subscriptionId", id);
        return Service.data(owner.post("/api/destinations/" + destination + "/sample-event", all), 200);
    }

    private static String columnsOf(JsonNode model) {
        return MODELS + "/" + model.get("id").textValue() + "/columns";
    }

    private static String columns(String columns) {
        return "{\"columns\": [" + columns + "]}";
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"name\": \"c" + i + "\", \"type\": \"NUMBER\"}")
                .collect(Collectors.joining(","));
    }

    private static JsonNode json(String text) {
        return JsonText.parse(text.replace('\'', '"'));
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

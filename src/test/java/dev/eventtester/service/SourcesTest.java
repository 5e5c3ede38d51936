package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SourcesTest {

    private final Service owner = Service.owner();
    private NewSource source;
    private String path;

    @BeforeEach
    void makeSource() {
        source = owner.source("http-api");
        path = "/api/sources/" + source.id();
    }

    @Test
    void gives_and_takes_write_keys() {
        JsonNode keys = Service.data(owner.post(path + "/writekey", ""), 200).at("/source/writeKeys");
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0).textValue()).isEqualTo(source.writeKey());
        send(keys.get(1).textValue()).then().statusCode(200);

        assertThat(Service.data(owner.delete(path + "/writekey/" + source.writeKey()), 200)
                        .get("status")
                        .textValue())
                .isEqualTo("SUCCESS");

        Service.error(send(source.writeKey()), 401);
        assertThat(shown().get("writeKeys")).containsExactly(keys.get(1));
        Service.error(owner.delete(path + "/writekey/" + source.writeKey()), 404);
        Service.error(owner.delete(path + "/writekey/a%00b"), 404);
        NewSource other = owner.source("http-api");
        Service.error(owner.delete(path + "/writekey/" + other.writeKey()), 404);
    }

    @Test
    void gives_a_limited_number_of_write_keys() {
        IntStream.range(1, 20)
                .forEach(i -> owner.post(path + "/writekey", "").then().statusCode(200));

        assertThat(Service.error(owner.post(path + "/writekey", ""), 422)
                        .get("message")
                        .textValue())
                .contains("20");
    }

    @Test
    void adds_and_replaces_labels() {
        add(List.of(Map.of("key", "environment", "value", "dev", "description", "old")));
        JsonNode both =
                add(List.of(Map.of("key", "team", "value", "growth"), Map.of("key", "environment", "value", "dev")));
        assertThat(both.toString())
                .isEqualTo("[{\"key\":\"environment\",\"value\":\"dev\"},{\"key\":\"team\",\"value\":\"growth\"}]");
        assertThat(shown().get("labels")).isEqualTo(both);

        Response replaced = given().header("Authorization", "Bearer " + Service.OWNER)
                .contentType("application/json")
                .body("{\"labels\":[{\"key\":\"a\",\"value\":\"b\",\"description\":\"c\"}]}")
                .put(path + "/labels");

        assertThat(Service.data(replaced, 200).get("labels").toString())
                .isEqualTo("[{\"key\":\"a\",\"value\":\"b\",\"description\":\"c\"}]");
        assertThat(shown().get("labels")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | labels",
                "{`labels`:[null]} | labels.0",
                "{`labels`:[{`key`:`a`}]} | labels.0.value",
                "{`labels`:[{`key`:`a`,`value`:`b`},{`key`:``,`value`:`b`}]} | labels.1.key",
            })
    void refuses_wrong_labels(String body, String field) {
        Response answer = owner.post(path + "/labels", body.replace('`', '"'));

        assertThat(Service.error(answer, 422).get("field").textValue()).isEqualTo(field);
    }

    @Test
    void takes_a_limited_number_of_labels() {
        List<Map<String, String>> labels = IntStream.range(0, 51)
                .mapToObj(i -> Map.of("key", "k" + i, "value", "v"))
                .toList();

        Service.error(owner.post(path + "/labels", Map.of("labels", labels)), 422);
    }

    @Test
    void merges_settings_key_by_key() {
        owner.patch(path, "{\"settings\":{\"a\":1,\"b\":{\"c\":2}}}").then().statusCode(200);
        owner.patch(path, "{\"name\":\"Named\",\"settings\":{}}").then().statusCode(200);
        owner.patch(path, "{\"settings\":{\"a\":null,\"d\":3}}").then().statusCode(200);

        assertThat(shown().get("settings").toString()).isEqualTo("{\"b\":{\"c\":2},\"d\":3}");
        assertThat(shown().get("name").textValue()).isEqualTo("Named");
        Service.error(owner.patch(path, "{\"settings\":[]}"), 422);
    }

    @Test
    void ignores_members_of_other_clients() {
        Response answer = owner.post(
                "/api/sources",
                Map.of(
                        "slug",
                        "s-" + source.id(),
                        "enabled",
                        true,
                        "metadataId",
                        "http-api",
                        "name",
                        "not taken",
                        "disconnectAllWarehouses",
                        true));

        assertThat(Service.data(answer, 201).at("/source/name").textValue()).isEqualTo("s-" + source.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/"})
    void shows_the_workspace(String at) {
        JsonNode workspace = Service.data(owner.get(at), 200).get("workspace");

        assertThat(workspace.get("slug").textValue()).isEqualTo("default");
        assertThat(workspace.get("id")).isEqualTo(shown().get("workspaceId"));
    }

    @Test
    void echoes_a_message_without_showing_the_token() {
        Response answer = owner.get("/api/echo?message=hello you");

        JsonNode data = Service.data(answer, 200);
        assertThat(data.get("method").textValue()).isEqualTo("get");
        assertThat(data.get("message").textValue()).isEqualTo("hello you");
        assertThat(data.at("/headers/host").textValue()).startsWith("localhost");
        assertThat(answer.asString()).doesNotContain(Service.OWNER);
        assertThat(Service.error(owner.get("/api/echo"), 422).get("field").textValue())
                .isEqualTo("message");
    }

    @Test
    void tells_the_rate_with_every_success() {
        Response first = owner.get("/api/sources?pagination.count=1");
        Response failed = owner.get("/api/sources/nope");

        assertThat(Long.parseLong(first.header("X-RateLimit-Consumed"))).isPositive();
        assertThat(Long.parseLong(first.header("X-RateLimit-Remaining"))).isPositive();
        assertThat(Long.parseLong(first.header("X-RateLimit-Reset"))).isPositive();
        assertThat(failed.header("X-RateLimit-Consumed")).isNull();
    }

    private JsonNode add(List<Map<String, String>> labels) {
        return Service.data(owner.post(path + "/labels", Map.of("labels", labels)), 200)
                .get("labels");
    }

    private JsonNode shown() {
        return Service.data(owner.get(path), 200).get("source");
    }

    private static Response send(String writeKey) {
        return given().auth()
                .preemptive()
                .basic(writeKey, "")
                .contentType("application/json")
                .body("{}")
                .post("/v1/track");
    }
}

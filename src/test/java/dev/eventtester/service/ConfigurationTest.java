package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConfigurationTest {

    private final Service owner = Service.owner();
    private NewSource source;
    private String destination;

    @BeforeEach
    void makeDestination() {
        source = owner.source("http-api");
        destination = owner.destination(source, "actions-webhook", Map.of("sharedSecret", "abcdefgh1234"));
    }

    @Test
    void shows_a_destination_with_masked_secrets_only() {
        String shown = owner.get("/api/destinations/" + destination).asString();

        assertThat(shown).doesNotContain("abcdefgh").contains("••••••••••1234");
    }

    @Test
    void merges_settings_and_never_stores_a_mask() {
        String path = "/api/destinations/" + destination;
        owner.patch(path, "{\"enabled\":false,\"settings\":{}}").then().statusCode(200);
        owner.patch(path, "{\"settings\":{\"sharedSecret\":\"••••••••••1234\"}}")
                .then()
                .statusCode(200);

        JsonNode shown = Service.data(owner.get(path), 200).get("destination");
        assertThat(shown.get("enabled").booleanValue()).isFalse();
        assertThat(shown.at("/settings/sharedSecret").textValue()).isEqualTo("••••••••••1234");
    }

    @Test
    void refuses_a_source_that_cannot_feed_the_destination() {
        Response answer = owner.post(
                "/api/destinations",
                Map.of("sourceId", source.id(), "metadataId", "actions-segment", "settings", Map.of()));

        assertThat(Service.error(answer, 422).get("field").textValue()).isEqualTo("sourceId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trigger | \"type\" | trigger",
                "trigger | \"\" | trigger",
                "trigger | null | trigger",
                "trigger | 7.5 | trigger",
                "actionId | \"nope\" | actionId",
                "name | \"\" | name",
                "name | \"a\\u0000b\" | name",
                "enabled | null | enabled",
                "settings | {\"nope\":1} | settings.nope",
                "settings | {\"url\":{\"@nope\":\"x\"}} | settings.url",
                "settings | {\"data\":{\"a\":{\"@path\":7}}} | settings.data.a.@path",
                "settings | [1] | settings",
            })
    void refuses_a_wrong_mapping_naming_what_is_wrong(String member, String value, String field) {
        Map<String, String> members = new HashMap<>(Map.of(
                "name", "\"m\"", "actionId", "\"send\"", "trigger", "\"type = \\\"track\\\"\"", "enabled", "true"));
        members.put(member, value);
        StringBuilder body = new StringBuilder("{");
        members.forEach((name, text) -> body.append(body.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(text));

        Response answer = owner.post("/api/destinations/" + destination + "/subscriptions", body + "}");

        JsonNode error = Service.error(answer, 422);
        assertThat(error.get("field").textValue()).startsWith(field);
    }

    @Test
    void takes_at_most_50_mappings() {
        IntStream.range(0, 50)
                .forEach(i -> owner.mapping(destination, "send", "m" + i, "type = \"track\"", Map.of(), false));

        Response answer = owner.post(
                "/api/destinations/" + destination + "/subscriptions",
                Map.of("name", "one too many", "actionId", "send", "trigger", "type = \"track\"", "enabled", true));

        assertThat(Service.error(answer, 422).get("message").textValue()).contains("50");
    }

    @Test
    void changes_and_deletes_a_mapping() {
        String id = owner.mapping(destination, "send", "m", "type = \"track\"", Map.of("method", "PUT"), false);
        String path = "/api/destinations/" + destination + "/subscriptions/" + id;

        JsonNode changed = Service.data(
                        owner.patch(
                                path,
                                "{\"input\":{\"enabled\":true,\"trigger\":\"type = \\u003d\"}}"
                                        .replace("= \\u003d", "\\u003d \\\"page\\\"")),
                        200)
                .get("subscription");
        assertThat(changed.get("enabled").booleanValue()).isTrue();
        assertThat(changed.get("trigger").textValue()).isEqualTo("type = \"page\"");
        assertThat(changed.at("/settings/method").textValue()).isEqualTo("PUT");

        assertThat(Service.data(owner.delete(path), 200).get("status").textValue())
                .isEqualTo("SUCCESS");
        Service.error(owner.get(path), 404);
    }

    @Test
    void lists_in_pages() {
        for (String name : new String[] {"a", "b", "c"}) {
            owner.mapping(destination, "send", name, "type = \"track\"", Map.of(), false);
        }
        String path = "/api/destinations/" + destination + "/subscriptions";

        JsonNode first = Service.data(owner.get(path + "?pagination.count=2"), 200);
        JsonNode second = Service.data(
                owner.get(path + "?pagination[count]=2&pagination[cursor]="
                        + first.at("/pagination/next").textValue()),
                200);

        assertThat(first.get("subscriptions"))
                .extracting(s -> s.get("name").textValue())
                .containsExactly("a", "b");
        assertThat(first.at("/pagination/current").textValue()).isEqualTo("MA==");
        assertThat(second.get("subscriptions"))
                .extracting(s -> s.get("name").textValue())
                .containsExactly("c");
    }

    @Test
    void answers_a_client_that_speaks_the_vendors_media_types() {
        given().header("Authorization", "Bearer " + Service.OWNER)
                .accept("application/vnd.segment.v1alpha+json")
                .contentType("application/vnd.segment.v1alpha+json; charset=utf-8")
                .body("{\"name\":\"renamed\"}")
                .patch("/api/destinations/" + destination)
                .then()
                .statusCode(200);
    }

    @Test
    void every_failure_has_the_one_envelope() {
        Service.error(owner.get("/api/nothing"), 404);
        Service.error(owner.delete("/api/destinations"), 405);
        Service.error(
                given().header("Authorization", "Bearer " + Service.OWNER)
                        .contentType("text/plain")
                        .body("x")
                        .post("/api/destinations"),
                415);
        Service.error(owner.post("/api/destinations", "{"), 400);
        Service.error(owner.get("/api/sources?pagination.count=0"), 422);
        Service.error(owner.get("/api/sources?pagination.cursor=nope!"), 422);
        Service.error(owner.post("/api/destinations", "x".repeat(3_000_000)), 413);
    }
}

package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TokensTest {

    private final Service owner = Service.owner();

    @Test
    void a_new_token_works_is_shown_once_and_remembers_its_use() {
        JsonNode made = create(Map.of("name", name(), "role", "MEMBER"));
        String token = made.get("token").textValue();

        Service.data(Service.as(token).get("/api/sources"), 200);
        Service.error(Service.as(token).get("/api/tokens"), 403);

        String listed = owner.get("/api/tokens?pagination.count=1000").asString();
        assertThat(listed).doesNotContain(token);
        assertThat(entry(listed, made.get("id").textValue()).get("lastUsedAt").isTextual())
                .isTrue();
    }

    @Test
    void a_deleted_token_is_worth_nothing() {
        JsonNode made = create(Map.of("name", name(), "role", "OWNER"));

        Service.data(owner.delete("/api/tokens/" + made.get("id").textValue()), 200);

        Service.error(Service.as(made.get("token").textValue()).get("/api/sources"), 401);
        Service.error(owner.delete("/api/tokens/" + made.get("id").textValue()), 404);
    }

    @Test
    void an_expired_token_is_worth_nothing() throws Throwable {
        JsonNode made = create(Map.of("name", name(), "role", "OWNER", "expiresAt", "2999-01-01T00:00:00Z"));
        Service caller = Service.as(made.get("token").textValue());
        Service.data(caller.get("/api/sources"), 200);

        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update access_token set expires_at = now() - interval '1 second' where id = ?1")
                        .setParameter(1, UUID.fromString(made.get("id").textValue()))
                        .executeUpdate())));

        Service.error(caller.get("/api/sources"), 401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"role\":\"OWNER\"} | name",
                "{\"name\":\"x\"} | role",
                "{\"name\":\"x\",\"role\":\"KING\"} | role",
                "{\"name\":\"x\",\"role\":\"OWNER\",\"expiresAt\":\"tomorrow\"} | expiresAt",
                "{\"name\":\"x\",\"role\":\"OWNER\",\"expiresAt\":\"2000-01-01T00:00:00Z\"} | expiresAt",
            })
    void refuses_a_wrong_token_naming_what_is_wrong(String body, String field) {
        assertThat(Service.error(owner.post("/api/tokens", body), 422)
                        .get("field")
                        .textValue())
                .isEqualTo(field);
    }

    @Test
    void refuses_a_name_that_is_taken() {
        String name = name();
        create(Map.of("name", name, "role", "VIEWER"));

        Service.error(owner.post("/api/tokens", Map.of("name", name, "role", "VIEWER")), 409);
    }

    @Test
    void writes_down_who_changed_what_and_only_owners_read_it() {
        String source = owner.source("http-api").id();
        owner.patch("/api/sources/" + source, Map.of("name", "renamed")).then().statusCode(200);
        owner.patch("/api/sources/" + source, Map.of("name", "")).then().statusCode(422);

        JsonNode audit =
                Service.data(owner.get("/api/audit?pagination.count=1"), 200).at("/audit/0");

        assertThat(audit.get("who").textValue()).isEqualTo("token:bootstrap");
        assertThat(audit.get("method").textValue()).isEqualTo("PATCH");
        assertThat(audit.get("path").textValue()).isEqualTo("/api/sources/" + source);
        assertThat(audit.get("status").intValue()).isEqualTo(200);
        String member =
                create(Map.of("name", name(), "role", "MEMBER")).get("token").textValue();
        Service.error(Service.as(member).get("/api/audit"), 403);
    }

    private JsonNode create(Map<String, String> body) {
        return Service.data(owner.post("/api/tokens", body), 201).get("token");
    }

    private static JsonNode entry(String listed, String id) {
        for (JsonNode token : JsonNodes.data(listed).get("tokens")) {
            if (token.get("id").textValue().equals(id)) {
                return token;
            }
        }
        throw new AssertionError("no token " + id);
    }

    private static String name() {
        return "token-" + UUID.randomUUID();
    }
}

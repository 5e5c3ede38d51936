package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Workspaces;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets what: every route, every kind of caller. */
@QuarkusTest
class AccessTableTest {

    private static final int OTHER = 6;
    private static final String OWN = "own ";

    @Inject
    Workspaces workspaces;

    private Service owner;
    private Service other;

    @BeforeEach
    void makeWorkspaces() throws Throwable {
        owner = NewWorkspace.owner(workspaces);
        other = NewWorkspace.owner(workspaces);
    }

    static Stream<AccessRow> routes() {
        return AccessRow.of("routes.txt");
    }

    static Stream<AccessRow> foreignIds() {
        return AccessRow.of("foreign-ids.txt");
    }

    @Test
    void the_table_has_every_route_once() {
        List<String> served = ResourceRoutes.ofTheService().stream()
                .filter(route -> route.contains(" /api"))
                .map(route -> AccessRow.route(route.substring(0, route.lastIndexOf(" ["))))
                .toList();

        assertThat(routes().map(AccessTableTest::served)).containsExactlyInAnyOrderElementsOf(served);
    }

    /** The catalog's ids are the same in every workspace, so the table has them as they are. */
    private static String served(AccessRow row) {
        return row.route().replace("/http-api", "/{}").replace("/actions-webhook", "/{}");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void every_caller_gets_what_the_table_says(AccessRow row) throws Throwable {
        List<Integer> statuses = new ArrayList<>();
        Belongings things = new Belongings(owner);
        for (String authorization : callers()) {
            Response answer = send(row.filled(things::id), authorization);
            statuses.add(answer.statusCode());
            if (isRefusal(answer)) {
                assertRefused(answer, row, authorization);
            } else {
                // the next one is to have what this one may have deleted
                things = new Belongings(owner);
            }
        }

        assertThat(statuses).isEqualTo(row.statuses());
    }

    private static boolean isRefusal(Response answer) {
        return answer.statusCode() >= 400;
    }

    private static void assertRefused(Response answer, AccessRow row, String authorization) {
        int status = answer.statusCode();
        assertEnvelope(answer);
        if (status != 404) {
            assertThat(send(broken(row), authorization).statusCode())
                    .as("the status for a body that is not JSON")
                    .isEqualTo(status);
        }
    }

    /** Nobody learns from a refusal whether the rest of the request was right. */
    private static AccessRow broken(AccessRow row) {
        String body = row.body().isEmpty() ? "" : "{";
        return new AccessRow(row.method(), row.path(), row.statuses(), body).filled(kind -> "nothing");
    }

    private List<String> callers() throws Throwable {
        List<String> callers = new ArrayList<>();
        callers.add(null);
        callers.add("Bearer nobody");
        callers.add("Bearer " + expired());
        callers.add("Bearer " + token("VIEWER", "viewer-" + UUID.randomUUID()));
        callers.add("Bearer " + token("MEMBER", "member-" + UUID.randomUUID()));
        callers.add("Bearer " + owner.token());
        callers.add("Bearer " + other.token());
        return callers;
    }

    @ParameterizedTest
    @MethodSource("routes")
    void another_workspaces_things_are_like_things_that_never_existed(AccessRow row) {
        Belongings theirs = new Belongings(owner);
        if (row.namesThings()) {
            Answer answer = answer(row, theirs::id);
            assertThat(answer.status()).isEqualTo(404).isEqualTo(row.statuses().get(OTHER));
            assertThat(answer).isEqualTo(answer(row, AccessTableTest::unknown));
            assertThat(answer).isEqualTo(answer(row, kind -> "no-" + kind));
        } else {
            var ids = theirs.all();
            assertThat(send(row.filled(theirs::id), "Bearer " + other.token()).asString())
                    .doesNotContain(ids);
        }
    }

    @ParameterizedTest
    @MethodSource("foreignIds")
    void another_workspaces_things_are_unknown_beside_ones_own_too(AccessRow row) {
        Belongings theirs = new Belongings(owner);
        Belongings own = new Belongings(other);

        Answer answer = answer(row, kind -> kind.startsWith(OWN) ? own.id(rest(kind)) : theirs.id(kind));
        Answer unknown = answer(row, kind -> kind.startsWith(OWN) ? own.id(rest(kind)) : unknown(kind));

        assertThat(answer.status()).isEqualTo(row.statuses().get(0));
        assertThat(answer).isEqualTo(unknown);
    }

    private static String rest(String kind) {
        return kind.substring(OWN.length());
    }

    private static String unknown(String kind) {
        return UUID.randomUUID().toString();
    }

    /** What an answer tells a caller; ids that the caller sent itself are named by their kind. */
    private record Answer(int status, String type, String body) {}

    /** The answer that the owner of the other workspace gets. */
    private Answer answer(AccessRow row, UnaryOperator<String> ids) {
        Map<String, String> sent = new LinkedHashMap<>();
        Response answer = send(
                row.filled(kind -> sent.computeIfAbsent(kind, missing -> ids.apply(kind))), "Bearer " + other.token());
        return new Answer(answer.statusCode(), answer.contentType(), AccessRow.withoutIds(answer.asString(), sent));
    }

    @Test
    void names_that_another_workspace_uses_are_free() {
        Map<String, ?> source = Map.of("slug", "taken", "enabled", true, "metadataId", "http-api");
        Map<String, ?> token = Map.of("name", "taken", "role", "VIEWER");
        Service.data(owner.post("/api/sources", source), 201);
        Service.data(owner.post("/api/tokens", token), 201);

        Service.data(other.post("/api/sources", source), 201);
        Service.data(other.post("/api/tokens", token), 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer  nobody", "bearer a\u00e9", "Basic b3duZXI6", "Token x", "x"})
    void other_credentials_than_a_known_token_are_none(String authorization) {
        Response answer = given().header("Authorization", authorization).get("/api/sources");

        assertThat(Service.error(answer, 401).get("message").textValue()).contains("token");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private static Response send(AccessRow row, String authorization) {
        RequestSpecification request = given().urlEncodingEnabled(false);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (!row.body().isEmpty()) {
            request.contentType("application/json").body(row.body());
        }
        return request.request(row.method(), row.path());
    }

    private static void assertEnvelope(Response answer) {
        JsonNode error = Service.error(answer, answer.statusCode());
        assertThat(error.get("type").textValue()).isIn("input-validation", "RequestError");
        assertThat(error.get("message").textValue()).isNotBlank();
        assertThat(error.get("status").intValue()).isEqualTo(answer.statusCode());
    }

    private String token(String role, String name) {
        Map<String, String> body = Map.of("name", name, "role", role);
        return Service.data(owner.post("/api/tokens", body), 201)
                .at("/token/token")
                .textValue();
    }

    private String expired() throws Throwable {
        String name = "expired-" + UUID.randomUUID();
        String token = token("OWNER", name);
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update access_token set expires_at = now() - interval '1 second' where name = ?1")
                        .setParameter(1, name)
                        .executeUpdate())));
        return token;
    }
}

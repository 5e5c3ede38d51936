package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventtester.access.Role;
import dev.eventtester.access.Workspaces;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTest {

    private static final String TRACK = "{\"event\":{\"type\":\"track\"}}";

    @Inject
    Workspaces workspaces;

    private final Service owner = Service.owner();
    private NewSource source;
    private String destination;

    @BeforeEach
    void makeDestination() throws Throwable {
        source = owner.source("http-api");
        destination = owner.destination(source, "actions-webhook", Map.of());
        grant("default", "viewer", Role.VIEWER);
        grant("default", "member", Role.MEMBER);
        grant("other", "stranger", Role.OWNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer nobody", "Basic b3duZXI6", "Bearer "})
    void refuses_a_caller_without_a_valid_token(String authorization) {
        var answer = given().header("Authorization", authorization)
                .contentType("application/json")
                .body(TRACK)
                .post("/api/destinations/" + destination + "/test");

        assertThat(Service.error(answer, 401).get("message").textValue()).contains("token");
    }

    @Test
    void a_viewer_reads_the_configuration_and_neither_tests_nor_sees_tests() {
        Service viewer = Service.as("viewer");

        Service.data(viewer.get("/api/destinations/" + destination), 200);
        Service.data(viewer.get("/api/sources"), 200);
        Service.error(viewer.post("/api/destinations/" + destination + "/test", TRACK), 403);
        Service.error(viewer.get("/api/outcomes"), 403);
        Service.error(viewer.get("/api/sources/" + source.id() + "/events"), 403);
        Service.error(viewer.patch("/api/destinations/" + destination, Map.of("enabled", false)), 403);
    }

    @Test
    void a_member_tests() {
        Service.data(Service.as("member").post("/api/destinations/" + destination + "/test", TRACK), 200);
    }

    @Test
    void another_workspaces_things_do_not_exist() {
        Service stranger = Service.as("stranger");
        String outcome = owner.test(destination, TRACK).get("id").textValue();

        Service.error(stranger.post("/api/destinations/" + destination + "/test", TRACK), 404);
        Service.error(stranger.get("/api/destinations/" + destination), 404);
        Service.error(stranger.get("/api/destinations/" + destination + "/subscriptions"), 404);
        Service.error(stranger.get("/api/sources/" + source.id()), 404);
        Service.error(stranger.get("/api/sources/" + source.id() + "/events"), 404);
        Service.error(stranger.get("/api/outcomes/" + outcome), 404);
        Service.error(stranger.delete("/api/destinations/" + destination), 404);
        assertThat(Service.data(stranger.get("/api/outcomes"), 200).get("outcomes"))
                .isEmpty();
    }

    @Test
    void an_unknown_destination_is_not_found() {
        Service.error(owner.post("/api/destinations/nope/test", TRACK), 404);
        Service.error(owner.post("/api/destinations/00000000-0000-0000-0000-000000000000/test", TRACK), 404);
    }

    private void grant(String workspace, String token, Role role) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> workspaces
                .ensure(workspace, workspace)
                .chain(found -> workspaces.grant(found, token, role, token, false))));
    }
}

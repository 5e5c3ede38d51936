package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Workspaces;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutcomeComparisonTest {

    private static final String TRACK = "{\"event\":{\"type\":\"track\",\"event\":\"Order\",\"userId\":\"u1\"}}";

    @Inject
    Workspaces workspaces;

    private final Service owner = Service.owner();
    private LoopbackDestination server;
    private String destination;

    @BeforeEach
    void makeDestination() {
        server = LoopbackDestination.start();
        destination = owner.destination(owner.source("http-api"), "actions-webhook", Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shows_what_an_edit_of_a_mapping_changed() {
        server.on("/a", Reply.json(200, "{\"ok\":true}"), Reply.json(400, "{\"ok\":false}"));
        String edited = owner.webhook(destination, "edited", "type = \"track\"", server.url("/a"));
        String same = owner.webhook(destination, "same", "type = \"track\"", server.url("/b"));
        String before = test();
        String path = "/api/destinations/" + destination + "/subscriptions/" + edited;
        Service.data(
                owner.patch(
                        path,
                        Map.of(
                                "input",
                                Map.of(
                                        "settings",
                                        Map.of(
                                                "url",
                                                server.url("/a"),
                                                "method",
                                                "PUT",
                                                "data",
                                                Map.of("who", Map.of("@path", "$.userId")))))),
                200);
        String after = test();

        JsonNode comparison = compare(before, after);

        assertThat(comparison.at("/summary/mappings").toString())
                .isEqualTo("{\"total\":2,\"unchanged\":1,\"changed\":1,\"added\":0,\"removed\":0}");
        assertThat(comparison.at("/verdict").toString())
                .isEqualTo("{\"change\":\"CHANGED\",\"before\":\"SUCCEEDED\",\"after\":\"PARTIAL\"}");
        assertThat(comparison.at("/event/change").textValue()).isEqualTo("UNCHANGED");
        assertThat(comparison.at("/before/stale").toString())
                .isEqualTo("[{\"subscriptionId\":\"" + edited + "\",\"because\":\"changed\"}]");
        assertThat(comparison.get("after").has("stale")).isFalse();
        JsonNode mapping = comparison.at("/mappings/0");
        assertThat(mapping.get("subscriptionId").textValue()).isEqualTo(edited);
        assertThat(mapping.at("/payload/changes").findValuesAsText("pointer"))
                .contains("/method", "/data/who", "/data/userId");
        assertThat(mapping.at("/calls/0/request/method").toString())
                .isEqualTo("{\"change\":\"CHANGED\",\"before\":\"POST\",\"after\":\"PUT\"}");
        assertThat(mapping.at("/calls/0/request/body/as").textValue()).isEqualTo("JSON");
        assertThat(mapping.at("/calls/0/response/statusCode/after").intValue()).isEqualTo(400);
        assertThat(mapping.at("/calls/0/response/body/changes/0/pointer").textValue())
                .isEqualTo("/ok");
        assertThat(comparison.at("/mappings/1/subscriptionId").textValue()).isEqualTo(same);
        assertThat(comparison.at("/mappings/1").findValuesAsText("change")).containsOnly("UNCHANGED");
    }

    @Test
    void says_which_mappings_only_one_of_them_has() {
        String first = owner.webhook(destination, "first", "type = \"track\"", server.url("/a"));
        String before = test();
        Service.data(owner.delete("/api/destinations/" + destination + "/subscriptions/" + first), 200);
        String second = owner.webhook(destination, "second", "type = \"track\"", server.url("/a"));
        String after = test();

        JsonNode mappings = compare(before, after).get("mappings");

        assertThat(mappings)
                .extracting(mapping -> mapping.get("subscriptionId").textValue() + " "
                        + mapping.get("change").textValue())
                .containsExactly(second + " ADDED", first + " REMOVED");
    }

    @Test
    void knows_only_outcomes_of_the_callers_workspace() throws Throwable {
        String outcome = test();
        Service stranger = NewWorkspace.owner(workspaces);

        Service.error(stranger.get("/api/outcomes/" + outcome + "/compare/" + outcome), 404);
        Service.error(owner.get("/api/outcomes/" + outcome + "/compare/nope"), 404);
        Service.error(owner.get("/api/outcomes/nope/compare/" + outcome), 404);
    }

    private JsonNode compare(String before, String after) {
        return Service.data(owner.get("/api/outcomes/" + before + "/compare/" + after), 200)
                .get("comparison");
    }

    private String test() {
        return owner.test(destination, TRACK).get("id").textValue();
    }
}

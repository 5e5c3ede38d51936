package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The artifact that production runs, from the outside. */
@QuarkusIntegrationTest
@WithTestResource(PackagedServiceIT.Configuration.class)
class PackagedServiceIT {

    /** What production requires. */
    public static final class Configuration implements QuarkusTestResourceLifecycleManager {

        /** A complete configuration on an empty database with this name. */
        static Map<String, String> of(String database) {
            Map<String, String> configuration = new HashMap<>(FreshDatabase.named(database));
            configuration.put("quarkus.http.host", "127.0.0.1");
            configuration.put("event-tester.secrets.keys", "1:b25seSBmb3IgdGVzdHM6IGEga2V5IG9mIDMyIGJ5dGU=");
            configuration.put("event-tester.access.bootstrap-token", Service.OWNER);
            configuration.put("event-tester.delivery.allow", "127.0.0.0/8:*");
            return configuration;
        }

        @Override
        public Map<String, String> start() {
            return of("packaged");
        }

        @Override
        public void stop() {}
    }

    @Test
    void tests_a_destination_and_reads_the_outcome_back() {
        Service owner = Service.owner();
        try (LoopbackDestination server = LoopbackDestination.start()) {
            server.always(Reply.json(200, "{\"received\":true}"));
            String destination = owner.destination(
                    owner.source("http-api"),
                    "actions-webhook",
                    Map.of("sharedSecret", "a-secret-of-this-destination"));
            owner.webhook(destination, "orders", "event = \"Order\"", server.url("/orders"));
            owner.webhook(destination, "pages", "type = \"page\"", server.url("/pages"));

            Response answered = owner.post(
                    "/api/destinations/" + destination + "/test",
                    "{\"event\":{\"type\":\"track\",\"event\":\"Order\",\"properties\":{\"total\":1.50}}}");

            JsonNode outcome = Service.data(answered, 200).get("outcome");
            assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
            assertThat(outcome.at("/mappings/1/verdict").textValue()).isEqualTo("NOT_MATCHED");
            assertThat(server.seen()).singleElement().satisfies(seen -> {
                assertThat(seen.path()).isEqualTo("/orders");
                assertThat(seen.text()).contains("\"total\":1.5");
                assertThat(seen.headers()).containsKey("x-signature");
            });
            String path = "/api/outcomes/" + outcome.get("id").textValue();
            assertThat(owner.get(path).asString()).isEqualTo(answered.asString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/q/health/live, \"status\": \"UP\"",
        "/q/health/ready, \"status\": \"UP\"",
        "/q/metrics, http_server",
        "/q/openapi, /api/destinations"
    })
    void tells_how_it_is_and_what_it_can_do(String path, String part) {
        Response answer = Service.owner().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains(part);
    }

    @Test
    void knows_nothing_of_the_demo() {
        assertThat(Service.as("local-owner").get("/api/sources").statusCode()).isEqualTo(401);
        assertThat(Service.owner().post("/demo/receiver", "{}").statusCode()).isEqualTo(404);
        assertThat(Service.data(Service.owner().get("/api/destinations"), 200).toString())
                .doesNotContain("/demo/");
    }
}

package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Workspaces;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OutcomeHistoryTest {

    private static final String TRACK = "{\"event\":{ \"type\":\"track\", \"n\": 1.00, \"n\":2 }}";
    private static final String PAGE = "{\"event\":{\"type\":\"page\"}}";

    @Inject
    Workspaces workspaces;

    private Service owner;
    private LoopbackDestination server;
    private NewSource source;
    private String destination;

    @BeforeEach
    void makeDestination() throws Throwable {
        owner = NewWorkspace.owner(workspaces);
        server = LoopbackDestination.start();
        source = owner.source("http-api");
        destination = owner.destination(source, "actions-webhook", Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void lists_newest_first_in_pages_without_events_and_mappings() {
        String first = test(TRACK);
        String second = test(PAGE);
        String third = test(TRACK);

        JsonNode page = list("pagination.count=2");

        assertThat(ids(page)).containsExactly(third, second);
        assertThat(page.at("/outcomes/0").has("event")).isFalse();
        assertThat(page.at("/outcomes/0").has("mappings")).isFalse();
        String next = page.at("/pagination/next").textValue();
        assertThat(ids(list("pagination.count=2&pagination.cursor=" + next))).containsExactly(first);
    }

    @Test
    void finds_the_outcomes_of_a_destination() {
        String here = test(TRACK);
        String elsewhere = owner.destination(source, "actions-webhook", Map.of());
        String there = owner.test(elsewhere, TRACK).get("id").textValue();

        assertThat(ids(list("destinationId=" + destination))).containsExactly(here);
        assertThat(ids(list("destinationId=" + elsewhere))).containsExactly(there);
    }

    @Test
    void finds_a_mapping_in_outcomes_of_both_tools() {
        String tested = owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
        String all = test(TRACK);
        String disabled = owner.mapping(destination, "send", "b", "type = \"page\"", Map.of(), false);
        String later = test(TRACK);
        String alone = testOne(disabled);

        assertThat(ids(list("subscriptionId=" + tested))).containsExactly(later, all);
        assertThat(ids(list("subscriptionId=" + disabled))).containsExactly(alone);
        assertThat(ids(list("subscriptionId=" + disabled + "&kind=EVENT_TESTER")))
                .isEmpty();
    }

    @Test
    void finds_by_verdict_kind_and_caller() {
        String mapping = owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
        String matched = test(TRACK);
        String unmatched = test(PAGE);
        String alone = testOne(mapping);
        String me = list("pagination.count=1").at("/outcomes/0/startedBy").textValue();

        assertThat(ids(list("verdict=SUCCEEDED"))).containsExactly(alone, matched);
        assertThat(ids(list("verdict=NO_MATCH"))).containsExactly(unmatched);
        assertThat(ids(list("kind=MAPPINGS_TESTER"))).containsExactly(alone);
        assertThat(ids(list("startedBy=" + me))).containsExactly(alone, unmatched, matched);
        assertThat(ids(list("startedBy=somebody"))).isEmpty();
    }

    @Test
    void finds_by_time_from_its_beginning_to_before_its_end() throws Throwable {
        String[] outcomes = {test(TRACK), test(TRACK), test(TRACK)};
        for (int i = 0; i < 3; i++) {
            Database.run(
                    "update outcome set started_at = timestamptz '2026-01-02 03:04:0" + i
                            + "Z' where id = cast(?1 as uuid)",
                    outcomes[i]);
        }

        assertThat(ids(list("startedAfter=2026-01-02T03:04:01Z&startedBefore=2026-01-02T03:04:02Z")))
                .containsExactly(outcomes[1]);
        assertThat(ids(list("startedAfter=2026-01-02T04:04:01.5+01:00"))).containsExactly(outcomes[2]);
        assertThat(ids(list("startedBefore=2026-01-02T03:04:00.000001Z"))).containsExactly(outcomes[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "destinationId=nope",
                "subscriptionId=7",
                "verdict=GOOD",
                "verdict=succeeded",
                "kind=BOTH",
                "startedAfter=yesterday",
                "startedAfter=2026-01-02",
                "startedAfter=2026-01-02T03:04Z",
                "startedAfter=2026-01-02T03:04:05",
                "startedBefore=2026-02-30T03:04:05Z",
                "startedBefore=2026-01-02T03:04:05 01:00",
                "startedBefore=-20260-01-02T03:04:05Z",
                "startedBefore=1767323045",
                "pagination.count=0",
            })
    void refuses_a_wrong_value_naming_its_parameter(String parameter) {
        Response answer = owner.get("/api/outcomes?" + parameter);

        assertThat(Service.error(answer, 422).get("field").textValue())
                .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void an_empty_parameter_is_no_condition() {
        String outcome = test(TRACK);

        assertThat(ids(list("destinationId=&subscriptionId=&verdict=&kind=&startedBy=&startedAfter=&startedBefore=")))
                .containsExactly(outcome);
    }

    @Test
    void shows_only_the_mapping_results_that_are_asked_for_and_counts_all() {
        server.on("/ok", Reply.ok());
        server.on("/moved", Reply.status(302).header("location", "/x"));
        server.on("/refused", Reply.json(400, "{\"error\":\"no\"}"));
        server.on("/broken", Reply.status(503));
        server.on("/reset", Reply.reset());
        for (String path : new String[] {"ok", "moved", "refused", "broken", "reset"}) {
            owner.webhook(destination, path, "type = \"track\"", server.url("/" + path));
        }
        owner.webhook(destination, "other", "type = \"page\"", server.url("/other"));
        String unmapped =
                owner.mapping(destination, "send", "unmapped", "type = \"track\"", Map.of("method", "POST"), true);
        String id = test(TRACK);
        String whole = owner.get("/api/outcomes/" + id).asString();

        for (String[] expected : new String[][] {
            {"verdict=SUCCEEDED", "ok"},
            {"verdict=NOT_MATCHED", "other"},
            {"stage=TRIGGER", "other"},
            {"stage=MAPPING", ""},
            {"stage=VALIDATION", "unmapped"},
            {"stage=DELIVERY", "ok moved refused broken reset"},
            {"statusClass=2xx", "ok"},
            {"statusClass=3xx", "moved"},
            {"statusClass=4xx", "refused"},
            {"statusClass=5xx", "broken"},
            {"statusClass=none", "reset"},
            {"subscriptionId=" + unmapped, "unmapped"},
            {"verdict=FAILED&stage=DELIVERY&statusClass=5xx", "broken"},
            {"verdict=SUCCEEDED&stage=TRIGGER", ""},
        }) {
            String filtered =
                    owner.get("/api/outcomes/" + id + "?" + expected[0]).asString();

            JsonNode outcome = JsonNodes.data(filtered).get("outcome");
            assertThat(String.join(" ", names(outcome))).as(expected[0]).isEqualTo(expected[1]);
            assertThat(outcome.at("/summary/mappings/tested").intValue()).isEqualTo(7);
            assertThat(filtered).contains("\"event\":{ \"type\":\"track\", \"n\": 1.00, \"n\":2 }");
            outcome.get("mappings").forEach(mapping -> assertThat(whole).contains(mapping.toString()));
        }
    }

    @Test
    void a_prepared_call_has_no_status_and_ends_at_its_request() {
        owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
        String id = test("{\"event\":{\"type\":\"track\"},\"delivery\":\"VALIDATE\"}");

        for (String filter : new String[] {"statusClass=none", "stage=REQUEST", "verdict=VALIDATED"}) {
            assertThat(names(Service.data(owner.get("/api/outcomes/" + id + "?" + filter), 200)
                            .get("outcome")))
                    .as(filter)
                    .containsExactly("a");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "subscriptionId, nope",
        "verdict, PARTIAL",
        "stage, delivery",
        "statusClass, 200",
        "statusClass, 1xx",
    })
    void refuses_a_wrong_filter_naming_it(String parameter, String value) {
        String id = test(TRACK);

        Response answer = owner.get("/api/outcomes/" + id + "?" + parameter + "=" + value);

        assertThat(Service.error(answer, 422).get("field").textValue()).isEqualTo(parameter);
    }

    @Test
    void says_beside_an_outcome_which_mappings_are_no_longer_what_was_tested() {
        String edited = owner.webhook(destination, "edited", "type = \"track\"", server.url("/a"));
        String kept = owner.webhook(destination, "kept", "type = \"track\"", server.url("/b"));
        String deleted = owner.webhook(destination, "deleted", "type = \"track\"", server.url("/c"));
        Response answered = owner.post("/api/destinations/" + destination + "/test", TRACK);
        String outcome = JsonNodes.data(answered.asString()).at("/outcome/id").textValue();
        String path = "/api/destinations/" + destination + "/subscriptions/";
        assertThat(owner.get("/api/outcomes/" + outcome).asString()).isEqualTo(answered.asString());

        Service.data(owner.patch(path + edited, "{\"input\":{\"trigger\":\"type = \\\"page\\\"\"}}"), 200);
        Service.data(owner.delete(path + deleted), 200);
        String shown = owner.get("/api/outcomes/" + outcome).asString();

        assertThat(shown)
                .isEqualTo(answered.asString().substring(0, answered.asString().length() - 2)
                        + ",\"stale\":[{\"subscriptionId\":\"" + edited + "\",\"because\":\"changed\"},"
                        + "{\"subscriptionId\":\"" + deleted + "\",\"because\":\"deleted\"}]}}");
        assertThat(ids(list("subscriptionId=" + kept))).containsExactly(outcome);
        assertThat(ids(list("subscriptionId=" + deleted))).containsExactly(outcome);
    }

    private String test(String body) {
        return owner.test(destination, body).get("id").textValue();
    }

    private String testOne(String mapping) {
        String path = "/api/destinations/" + destination + "/subscriptions/" + mapping + "/test";
        return Service.data(owner.post(path, TRACK), 200).at("/outcome/id").textValue();
    }

    private JsonNode list(String query) {
        return Service.data(owner.get("/api/outcomes?" + query), 200);
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.get("outcomes").spliterator(), false)
                .map(outcome -> outcome.get("id").textValue())
                .toList();
    }

    private static List<String> names(JsonNode outcome) {
        return StreamSupport.stream(outcome.get("mappings").spliterator(), false)
                .map(mapping -> mapping.get("name").textValue())
                .toList();
    }
}

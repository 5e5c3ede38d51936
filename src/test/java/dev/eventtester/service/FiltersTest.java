package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import dev.eventtester.event.JsonText;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FiltersTest {

    private static final String DROP = "[{\"type\":\"DROP\"}]";

    private final Service owner = Service.owner();
    private NewSource source;
    private String destination;
    private String filters;

    @BeforeEach
    void makeDestination() {
        source = owner.source("http-api");
        destination = owner.destination(source, "actions-webhook", Map.of());
        filters = "/api/destination/" + destination + "/filters";
    }

    @Test
    void stores_shows_changes_and_deletes_a_filter() {
        JsonNode made = create("No orders", "event = 'Order Completed'", DROP, true);
        String path = filters + "/" + made.get("id").textValue();
        assertThat(made.get("sourceId").textValue()).isEqualTo(source.id());
        assertThat(made.get("actions").toString()).isEqualTo(DROP);
        assertThat(Service.data(owner.get(path), 200).get("filter")).isEqualTo(made);
        assertThat(Service.data(owner.get(filters), 200).get("filters")).containsExactly(made);

        JsonNode changed = Service.data(
                        owner.patch(path, "{\"if\":\"all\",\"description\":\"Quiet\",\"enabled\":false}"), 200)
                .get("filter");
        assertThat(changed.get("if").textValue()).isEqualTo("all");
        assertThat(changed.get("title").textValue()).isEqualTo("No orders");
        assertThat(changed.get("description").textValue()).isEqualTo("Quiet");
        assertThat(changed.get("enabled").booleanValue()).isFalse();
        assertThat(changed.get("createdAt")).isEqualTo(made.get("createdAt"));

        JsonNode bare =
                Service.data(owner.patch(path, "{\"description\":null}"), 200).get("filter");
        assertThat(bare.has("description")).isFalse();
        assertThat(Service.data(owner.delete(path), 200).get("status").textValue())
                .isEqualTo("SUCCESS");
        Service.error(owner.get(path), 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sourceId | null | sourceId",
                "sourceId | `another` | sourceId",
                "if | null | if",
                "if | `type =` | if",
                "if | `` | if",
                "actions | null | actions",
                "actions | [] | actions",
                "actions | [{`type`:`SAMPLE`,`percent`:2}] | actions.0.percent",
                "title | null | title",
                "title | `` | title",
                "description | 7 | description",
                "enabled | null | enabled",
            })
    void refuses_a_wrong_filter_naming_what_is_wrong(String member, String value, String field) {
        Map<String, String> members = new HashMap<>(Map.of(
                "sourceId",
                "\"" + source.id() + "\"",
                "if",
                "\"all\"",
                "actions",
                DROP,
                "title",
                "\"t\"",
                "enabled",
                "true"));
        members.put(member, value.replace('`', '"'));
        StringBuilder body = new StringBuilder("{");
        members.forEach((name, text) -> body.append(body.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(text));

        JsonNode error = Service.error(owner.post(filters, body + "}"), 422);

        assertThat(error.get("field").textValue()).isEqualTo(field);
    }

    @Test
    void takes_a_limited_number_of_filters() {
        for (int i = 0; i < 20; i++) {
            create("f" + i, "all", DROP, false);
        }

        Response answer = owner.post(filters, body("one too many", "all", DROP, false));

        assertThat(Service.error(answer, 422).get("message").textValue()).contains("20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "all | [{`type`:`DROP`}] | null",
                "type = 'page' | [{`type`:`DROP`}] | {`type`:`track`,`properties`:{`a`:1,`b`:2}}",
                "all | [{`type`:`SAMPLE`,`percent`:0}] | null",
                "all | [{`type`:`DROP_PROPERTIES`,`fields`:{`properties`:[`a`]}}] |"
                        + " {`type`:`track`,`properties`:{`b`:2}}",
                "all | [{`type`:`ALLOW_PROPERTIES`,`fields`:{`properties`:[`a`]}}] |"
                        + " {`type`:`track`,`properties`:{`a`:1}}",
            })
    void previews_what_a_filter_does(String condition, String actions, String result) {
        String event = "{\"type\":\"track\",\"properties\":{\"a\":1,\"b\":2}}";
        String body = "{\"filter\":{\"if\":\"" + condition + "\",\"actions\":" + actions.replace('`', '"')
                + "},\"payload\":" + event + "}";

        JsonNode data = Service.data(owner.post("/api/destination/filters/preview", body), 200);

        assertThat(data.get("inputPayload")).isEqualTo(JsonText.parse(event));
        assertThat(data.get("result")).isEqualTo(JsonText.parse(result.replace('`', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | filter",
                "{`filter`:{`actions`:[{`type`:`DROP`}]},`payload`:{}} | filter.if",
                "{`filter`:{`if`:`(`,`actions`:[{`type`:`DROP`}]},`payload`:{}} | filter.if",
                "{`filter`:{`if`:`all`},`payload`:{}} | filter.actions",
                "{`filter`:{`if`:`all`,`actions`:[{`type`:`DROP`}]}} | payload",
                "{`filter`:{`if`:`all`,`actions`:[{`type`:`DROP`}]},`payload`:[]} | payload",
            })
    void refuses_a_wrong_preview(String body, String field) {
        Response answer = owner.post("/api/destination/filters/preview", body.replace('`', '"'));

        assertThat(Service.error(answer, 422).get("field").textValue()).isEqualTo(field);
    }

    @Test
    void a_test_bypasses_filters_and_says_what_they_would_have_done() {
        create("No tests", "event = 'Test'", DROP, true);
        create("A few", "all", "[{\"type\":\"SAMPLE\",\"percent\":0.1}]", true);
        create("No addresses", "all", "[{\"type\":\"DROP_PROPERTIES\",\"fields\":{\"context\":[\"ip\"]}}]", true);
        create("Not enabled", "all", DROP, false);
        create("Other events", "event = 'Other'", DROP, true);
        try (LoopbackDestination server = LoopbackDestination.start()) {
            server.always(Reply.ok());
            owner.webhook(destination, "m", "type = \"track\"", server.url("/"));

            JsonNode outcome = owner.test(
                    destination,
                    "{\"event\":{\"type\":\"track\",\"event\":\"Test\",\"context\":{\"ip\":\"1.2.3.4\"}}}");

            assertThat(outcome.get("verdict").textValue()).isEqualTo("SUCCEEDED");
            assertThat(server.seen()).hasSize(1);
            assertThat(outcome.get("notes"))
                    .extracting(note -> note.get("code").textValue())
                    .containsSubsequence("filter-would-drop", "filter-would-sample", "filter-would-strip");
            assertThat(outcome.get("notes").toString())
                    .contains("No tests", "A few", "No addresses")
                    .doesNotContain("Not enabled", "Other events");
        }
    }

    private JsonNode create(String title, String condition, String actions, boolean enabled) {
        return Service.data(owner.post(filters, body(title, condition, actions, enabled)), 200)
                .get("filter");
    }

    private String body(String title, String condition, String actions, boolean enabled) {
        return "{\"sourceId\":\"" + source.id() + "\",\"title\":\"" + title + "\",\"if\":\"" + condition
                + "\",\"actions\":" + actions + ",\"enabled\":" + enabled + "}";
    }
}

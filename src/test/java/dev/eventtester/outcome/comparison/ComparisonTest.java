package dev.eventtester.outcome.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final JsonNode NOTHING_STALE = JsonNodeFactory.instance.arrayNode();

    private static final String CALL = """
        {"id":"m1c1","startedAt":"2026-01-02T03:04:05.678Z","durationMillis":7,"state":"ANSWERED",
         "request":{"method":"POST","url":"https://h/p","headers":{"content-type":"application/json"},
                    "body":"{\\"a\\":1,\\"b\\":[1,2]}"},
         "response":{"statusCode":200,"statusMessage":"OK","headers":{"date":"Fri","server":"x"},
                     "body":"{\\"ok\\":true}","truncated":false}}\
        """;

    private static final String MAPPING = """
        {"subscriptionId":"s1","name":"Orders","version":3,"verdict":"SUCCEEDED","durationMillis":9,
         "stages":[{"stage":"TRIGGER","state":"PASSED"},{"stage":"MAPPING","state":"PASSED"}],
         "trigger":{"expression":"type = \\"track\\"","matched":true},
         "payload":{"a":1,"b":[1,2]},"connectionsOpened":1,"calls":[%s]}\
        """.formatted(CALL);

    @Test
    void an_outcome_is_unchanged_from_itself_in_every_part() {
        JsonNode comparison = compare(outcome(MAPPING), outcome(MAPPING));

        assertThat(comparison.findValuesAsText("change")).hasSizeGreaterThan(15).containsOnly("UNCHANGED");
        assertThat(comparison.at("/summary/mappings").toString())
                .isEqualTo("{\"total\":1,\"unchanged\":1,\"changed\":0,\"added\":0,\"removed\":0}");
    }

    @Test
    void times_and_headers_that_are_new_with_every_answer_are_no_change() {
        String later = MAPPING.replace("03:04:05", "07:08:09")
                .replace("\"durationMillis\":7", "\"durationMillis\":70")
                .replace("\"durationMillis\":9", "\"durationMillis\":90")
                .replace("Fri", "Sat");

        JsonNode comparison = compare(outcome(MAPPING), outcome(later));

        assertThat(comparison.get("change").textValue()).isEqualTo("UNCHANGED");
        assertThat(comparison.at("/mappings/0/calls/0/response/headers").toString())
                .isEqualTo("{\"change\":\"UNCHANGED\",\"ignored\":[\"date\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"verdict\":\"SUCCEEDED\" | \"verdict\":\"FAILED\" | /verdict",
                "\"matched\":true | \"matched\":false | /trigger /trigger/matched",
                "type = | type != | /trigger /trigger/expression",
                "\"MAPPING\",\"state\":\"PASSED\" | \"MAPPING\",\"state\":\"FAILED\" | /stages",
                "\"payload\":{\"a\":1 | \"payload\":{\"a\":2 | /payload",
                "\"POST\" | \"PUT\" | /calls/0 /calls/0/request /calls/0/request/method",
                "https://h/p | https://h/q | /calls/0 /calls/0/request /calls/0/request/url",
                "application/json | text/plain | /calls/0 /calls/0/request /calls/0/request/headers",
                "{\\\"a\\\":1 | {\\\"a\\\":2 | /calls/0 /calls/0/request /calls/0/request/body",
                "\"statusCode\":200 | \"statusCode\":201 | /calls/0 /calls/0/response /calls/0/response/statusCode",
                "\"server\":\"x\" | \"server\":\"y\" | /calls/0 /calls/0/response /calls/0/response/headers",
                "\\\"ok\\\":true | \\\"ok\\\":false | /calls/0 /calls/0/response /calls/0/response/body",
                "\"ANSWERED\" | \"TIMED_OUT\" | /calls/0 /calls/0/state",
            })
    void says_what_changed_and_leaves_the_rest_unchanged(String from, String to, String parts) {
        JsonNode mapping =
                compare(outcome(MAPPING), outcome(MAPPING.replace(from, to))).at("/mappings/0");

        assertThat(mapping.get("change").textValue()).isEqualTo("CHANGED");
        for (String part : parts.split(" ")) {
            assertThat(mapping.at(part + "/change").textValue()).as(part).isEqualTo("CHANGED");
        }
        for (String part : new String[] {"/verdict", "/trigger", "/stages", "/payload", "/calls/0"}) {
            if (!parts.contains(part)) {
                assertThat(mapping.at(part + "/change").textValue()).as(part).isEqualTo("UNCHANGED");
            }
        }
    }

    @Test
    void tells_a_payloads_changes_by_json_pointer() {
        JsonNode payload = compare(
                        outcome(mapping("{\"a/b\":1,\"gone\":{\"x\":1},\"list\":[1,2],\"n\":1.0,\"same\":0}")),
                        outcome(mapping("{\"a/b\":\"1\",\"list\":[1,3,4],\"n\":1.00,\"same\":0,\"~new\":null}")))
                .at("/mappings/0/payload/changes");

        assertThat(payload)
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"pointer\":\"/a~1b\",\"change\":\"CHANGED\",\"before\":1,\"after\":\"1\"}",
                        "{\"pointer\":\"/gone\",\"change\":\"REMOVED\",\"before\":{\"x\":1}}",
                        "{\"pointer\":\"/list/1\",\"change\":\"CHANGED\",\"before\":2,\"after\":3}",
                        "{\"pointer\":\"/list/2\",\"change\":\"ADDED\",\"after\":4}",
                        "{\"pointer\":\"/~0new\",\"change\":\"ADDED\",\"after\":null}");
    }

    @Test
    void sees_a_difference_that_a_double_would_lose() {
        JsonNode change = compare(
                        outcome(mapping("12345678901234567890.1")), outcome(mapping("12345678901234567890.2")))
                .at("/mappings/0/payload/changes/0");

        assertThat(change.toString())
                .isEqualTo("{\"pointer\":\"\",\"change\":\"CHANGED\",\"before\":12345678901234567890.1,"
                        + "\"after\":12345678901234567890.2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\\\"ok\\\":true} | {\\\"ok\\\": true} | TEXT | {\"ok\":true}",
                "{\\\"ok\\\":true} | oh no | TEXT | {\"ok\":true}",
            })
    void compares_bodies_as_text_where_json_does_not_tell(String from, String to, String as, String before) {
        JsonNode body =
                compare(outcome(MAPPING), outcome(MAPPING.replace(from, to))).at("/mappings/0/calls/0/response/body");

        assertThat(body.get("change").textValue()).isEqualTo("CHANGED");
        assertThat(body.get("as").textValue()).isEqualTo(as);
        assertThat(body.get("before").textValue()).isEqualTo(before);
    }

    @Test
    void compares_bodies_as_json_where_both_are() {
        JsonNode body = compare(outcome(MAPPING), outcome(MAPPING.replace("\\\"ok\\\":true", "\\\"ok\\\":1")))
                .at("/mappings/0/calls/0/response/body");

        assertThat(body.toString())
                .isEqualTo("{\"change\":\"CHANGED\",\"as\":\"JSON\",\"changes\":[{\"pointer\":\"/ok\","
                        + "\"change\":\"CHANGED\",\"before\":true,\"after\":1}]}");
    }

    @Test
    void the_same_text_as_bytes_is_another_body() {
        String bytes = MAPPING.replace("\"truncated\"", "\"encoding\":\"base64\",\"truncated\"");

        JsonNode body = compare(outcome(MAPPING), outcome(bytes)).at("/mappings/0/calls/0/response/body");

        assertThat(body.get("change").textValue()).isEqualTo("CHANGED");
        assertThat(body.get("as").textValue()).isEqualTo("BINARY");
    }

    @Test
    void says_which_mappings_only_one_outcome_has() {
        String other = MAPPING.replace("\"s1\"", "\"s2\"").replace("Orders", "Pages");

        JsonNode mappings = compare(outcome(MAPPING), outcome(other)).get("mappings");

        assertThat(mappings.get(0).toString())
                .isEqualTo("{\"subscriptionId\":\"s2\",\"name\":\"Pages\",\"change\":\"ADDED\","
                        + "\"verdict\":{\"change\":\"ADDED\",\"after\":\"SUCCEEDED\"}}");
        assertThat(mappings.get(1).toString())
                .isEqualTo("{\"subscriptionId\":\"s1\",\"name\":\"Orders\",\"change\":\"REMOVED\","
                        + "\"verdict\":{\"change\":\"REMOVED\",\"before\":\"SUCCEEDED\"}}");
    }

    @Test
    void says_which_calls_only_one_outcome_has() {
        String two = MAPPING.replace(CALL, CALL + "," + CALL.replace("m1c1", "m1c2"));

        JsonNode calls = compare(outcome(MAPPING), outcome(two)).at("/mappings/0/calls");

        assertThat(calls.at("/0/change").textValue()).isEqualTo("UNCHANGED");
        assertThat(calls.at("/1/change").textValue()).isEqualTo("ADDED");
        assertThat(calls.at("/1/afterId").textValue()).isEqualTo("m1c2");
        assertThat(calls.at("/1/after/request/method").textValue()).isEqualTo("POST");
    }

    @Test
    void an_answer_that_never_came_is_removed() {
        ObjectNode silent = (ObjectNode) JsonText.parse(MAPPING);
        ((ObjectNode) silent.at("/calls/0")).remove("response");

        JsonNode response =
                compare(outcome(MAPPING), outcome(silent.toString())).at("/mappings/0/calls/0/response");

        assertThat(response.get("change").textValue()).isEqualTo("REMOVED");
        assertThat(response.at("/before/statusCode").intValue()).isEqualTo(200);
    }

    @Test
    void a_mapping_that_was_saved_anew_but_does_the_same_is_unchanged() {
        JsonNode mapping = compare(outcome(MAPPING), outcome(MAPPING.replace("\"version\":3", "\"version\":4")))
                .at("/mappings/0");

        assertThat(mapping.get("change").textValue()).isEqualTo("UNCHANGED");
        assertThat(mapping.get("version").toString()).isEqualTo("{\"change\":\"CHANGED\",\"before\":3,\"after\":4}");
    }

    @Test
    void shows_what_is_stale_on_its_side() {
        JsonNode stale = JsonText.parse("[{\"subscriptionId\":\"s1\",\"because\":\"changed\"}]");

        JsonNode comparison = Comparison.of(
                new Comparison.Side(outcome(MAPPING), stale), new Comparison.Side(outcome(MAPPING), NOTHING_STALE));

        assertThat(comparison.at("/before/stale")).isEqualTo(stale);
        assertThat(comparison.get("after").has("stale")).isFalse();
    }

    @Test
    void an_outcome_that_still_runs_can_be_compared() {
        String running = "{\"subscriptionId\":\"s1\",\"name\":\"Orders\"}";

        JsonNode mapping = compare(outcome(running), outcome(MAPPING)).at("/mappings/0");

        assertThat(mapping.get("change").textValue()).isEqualTo("CHANGED");
        assertThat(mapping.at("/verdict/change").textValue()).isEqualTo("ADDED");
        assertThat(mapping.at("/payload/changes/0/pointer").textValue()).isEmpty();
    }

    @Test
    void a_huge_difference_is_cut_and_says_so() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 3000; i++) {
            many.append("\"k").append(i).append("\":0,");
        }
        String deep = "{\"%s\":%s}".formatted("k".repeat(10_000), many.append("\"z\":0}"));

        JsonNode payload = compare(outcome(mapping(deep)), outcome(mapping(deep.replace(":0", ":1"))))
                .at("/mappings/0/payload");

        assertThat(payload.get("changes").size()).isBetween(1, 10);
        assertThat(payload.get("omitted").intValue() + payload.get("changes").size())
                .isEqualTo(3001);
    }

    @Test
    void values_nested_as_deep_as_they_may_be_are_compared() {
        String deep = "[".repeat(490) + "%s" + "]".repeat(490);

        JsonNode payload = compare(outcome(mapping(deep.formatted(1))), outcome(mapping(deep.formatted(2))))
                .at("/mappings/0/payload");

        assertThat(payload.at("/changes/0/pointer").textValue()).isEqualTo("/0".repeat(490));
    }

    private static String mapping(String payload) {
        return "{\"subscriptionId\":\"s1\",\"name\":\"Orders\",\"payload\":" + payload + "}";
    }

    private static String outcome(String mapping) {
        return "{\"id\":\"o\",\"verdict\":\"SUCCEEDED\",\"event\":{\"type\":\"track\"},\"mappings\":[" + mapping + "]}";
    }

    private static JsonNode compare(String before, String after) {
        return Comparison.of(new Comparison.Side(before, NOTHING_STALE), new Comparison.Side(after, NOTHING_STALE));
    }
}

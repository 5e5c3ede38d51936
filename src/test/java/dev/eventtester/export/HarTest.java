package dev.eventtester.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarTest {

    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    @Test
    void has_every_member_that_the_format_requires() {
        ObjectNode call = Documents.call(Documents.request("POST", "https://h/p", JSON, "{}"));
        JsonNode log = har(Documents.mapping("m", "SUCCEEDED", Documents.answered(call, 200, "text/plain", "ok")));

        assertThat(log.fieldNames()).toIterable().contains("version", "creator", "pages", "entries");
        assertThat(log.get("version").textValue()).isEqualTo("1.2");
        assertThat(log.get("creator").toString()).isEqualTo("{\"name\":\"Event Tester\",\"version\":\"9\"}");
        JsonNode entry = log.at("/entries/0");
        assertThat(entry.fieldNames())
                .toIterable()
                .contains("pageref", "startedDateTime", "time", "request", "response", "cache", "timings");
        assertThat(entry.get("request").fieldNames())
                .toIterable()
                .contains("method", "url", "httpVersion", "cookies", "headers", "queryString", "postData")
                .contains("headersSize", "bodySize");
        assertThat(entry.get("response").fieldNames())
                .toIterable()
                .contains("status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL")
                .contains("headersSize", "bodySize")
                .doesNotContain("_error");
        assertThat(entry.at("/response/content").toString())
                .isEqualTo("{\"size\":2,\"mimeType\":\"text/plain\",\"text\":\"ok\"}");
        assertThat(entry.get("timings").toString()).isEqualTo("{\"send\":0,\"wait\":171,\"receive\":0}");
        assertThat(entry.get("time").intValue()).isEqualTo(171);
    }

    @Test
    void every_mapping_with_calls_is_a_page_of_its_entries() {
        ObjectNode late = Documents.call("m1c1", "2026-01-02T03:04:06.000Z", request("https://h/late"));
        ObjectNode early = Documents.call("m2c1", "2026-01-02T03:04:05.000Z", request("https://h/early"));
        JsonNode log = har(
                Documents.mapping("a", "FAILED", late),
                Documents.mapping("b", "FAILED", early),
                Documents.mapping("c", "NOT_MATCHED"));

        assertThat(log.get("pages"))
                .extracting(page -> page.get("id").textValue())
                .containsExactly("s-a", "s-b");
        assertThat(log.get("entries"))
                .extracting(entry -> entry.get("pageref").textValue())
                .as("oldest first")
                .containsExactly("s-b", "s-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMED_OUT", "UNREACHABLE", "BLOCKED", "INTERRUPTED"})
    void a_call_without_an_answer_has_status_0_and_the_reason(String state) {
        ObjectNode call = Documents.unanswered(Documents.call(request("https://h/")), state, "no answer");

        JsonNode response =
                har(Documents.mapping("m", "FAILED", call)).at("/entries/0").get("response");

        assertThat(response.get("status").intValue()).isZero();
        assertThat(response.get("_error").textValue()).isEqualTo(state + ": no answer");
        assertThat(response.at("/content/size").intValue()).isZero();
    }

    @Test
    void a_call_that_was_only_prepared_says_so() {
        ObjectNode call = Documents.call(request("https://h/")).put("state", "PREPARED");

        JsonNode response =
                har(Documents.mapping("m", "VALIDATED", call)).at("/entries/0").get("response");

        assertThat(response.get("_error").textValue()).isEqualTo("PREPARED");
    }

    @Test
    void what_arrived_before_a_timeout_is_shown_with_the_reason() {
        ObjectNode call = Documents.answered(Documents.call(request("https://h/")), 200, "text/plain", "beg");
        Documents.unanswered(call, "TIMED_OUT", "after 10 s");

        JsonNode response =
                har(Documents.mapping("m", "FAILED", call)).at("/entries/0").get("response");

        assertThat(response.get("status").intValue()).isEqualTo(200);
        assertThat(response.get("_error").textValue()).isEqualTo("TIMED_OUT: after 10 s");
    }

    @Test
    void binary_bodies_stay_base64_with_their_real_size() {
        ObjectNode call = Documents.call(Documents.request("POST", "https://h/", Map.of(), new byte[] {-1, 0, 7}));
        Documents.answered(call, 200, "image/png", "/wAH");
        ((ObjectNode) call.get("response")).put("encoding", "base64");

        JsonNode entry = har(Documents.mapping("m", "SUCCEEDED", call)).at("/entries/0");

        assertThat(entry.at("/request/bodySize").intValue()).isEqualTo(3);
        assertThat(entry.at("/request/postData/_encoding").textValue()).isEqualTo("base64");
        assertThat(entry.at("/response/content").toString())
                .isEqualTo("{\"size\":3,\"mimeType\":\"image/png\",\"text\":\"/wAH\",\"encoding\":\"base64\"}");
    }

    @Test
    void reads_the_query() {
        JsonNode log = har(Documents.mapping(
                "m", "FAILED", Documents.call(request("https://h/p?a=1&b=x+y%20z&flag&c=%zz&=e&&d=<redacted>#f?g=1"))));

        assertThat(log.at("/entries/0/request/queryString").toString())
                .isEqualTo("[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"x y z\"},"
                        + "{\"name\":\"flag\",\"value\":\"\"},{\"name\":\"c\",\"value\":\"%zz\"},"
                        + "{\"name\":\"\",\"value\":\"e\"},{\"name\":\"d\",\"value\":\"<redacted>\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h/<redacted>?k=<redacted>",
                "https://h/a b\"c\\d^e`f{g|h}",
                "nothing like a URL\n\u0000",
                "https://b\u00fccher.example/\u6f22?\u00fc",
                "",
            })
    void every_url_becomes_a_uri(String url) {
        JsonNode log = har(Documents.mapping("m", "FAILED", Documents.call(request(url))));

        String shown = log.at("/entries/0/request/url").textValue();
        assertThat(URI.create(shown).toASCIIString()).isEqualTo(shown);
    }

    @Test
    void an_outcome_without_calls_has_no_entries() {
        JsonNode log = har(Documents.mapping("m", "NOT_MATCHED"));

        assertThat(log.get("entries")).isEmpty();
        assertThat(log.get("pages")).isEmpty();
    }

    private static ObjectNode request(String url) {
        return Documents.request("GET", url, Map.of());
    }

    private static JsonNode har(ObjectNode... mappings) {
        return Har.of(Documents.outcome(mappings), "9").get("log");
    }
}

package dev.eventtester.actions.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.delivery.call.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestDraftTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://a.test                 | https://a.test/
        HTTPS://A.Test/Path            | https://a.test/Path
        https://a.test?q=1             | https://a.test/?q=1
        https://User:Pw@A.test/x       | https://User:Pw@a.test/x
        https://a.test/a b?c={d}       | https://a.test/a%20b?c=%7Bd%7D
        ftp://A.test                   | ftp://A.test
        nonsense                       | nonsense
        """)
    void writes_addresses_as_the_reference_client_does(String given, String sent) {
        assertThat(RequestDraft.post(given).build().url()).isEqualTo(sent);
    }

    @Test
    void fills_places_of_the_address_as_single_path_segments() throws JsonProcessingException {
        JsonNode values = JSON.readTree("{\"id\":\"a/b c?é\",\"n\":5}");
        assertThat(RequestDraft.post("https://a.test/{id}/x/{n}")
                        .path(Set.of("id", "n"), values)
                        .build()
                        .url())
                .isEqualTo("https://a.test/a%2Fb%20c%3F%C3%A9/x/5");
    }

    @ParameterizedTest
    @CsvSource({"null", "\"\"", "\"..\"", "\".\""})
    void refuses_a_place_that_would_be_empty_or_climb(String value) throws JsonProcessingException {
        JsonNode values = JSON.readTree("{\"id\":" + value + "}");
        RequestDraft draft = RequestDraft.post("https://a.test/{id}");
        assertThatThrownBy(() -> draft.path(Set.of("id"), values))
                .isInstanceOf(ActionException.class)
                .hasMessageContaining("{id}");
    }

    @Test
    void replaces_the_query() throws JsonProcessingException {
        JsonNode query = JSON.readTree("{\"a\":\"x y\",\"b\":[1,2],\"c\":null}");
        assertThat(RequestDraft.post("https://a.test/?old=1#part")
                        .query(query)
                        .build()
                        .url())
                .isEqualTo("https://a.test/?a=x+y&b=1&b=2");
    }

    @Test
    void lets_json_decide_the_content_type() throws JsonProcessingException {
        OutgoingRequest request = RequestDraft.post("https://a.test/")
                .header("Content-Type", "text/plain")
                .json(JSON.readTree("{\"a\":1.0}"))
                .build();
        assertThat(request.headers()).containsEntry("content-type", "application/json");
        assertThat(body(request)).isEqualTo("{\"a\":1}");
    }

    @Test
    void lets_a_header_decide_the_content_type_of_text() {
        RequestDraft draft = RequestDraft.post("https://a.test/").text(TextNode.valueOf("<a/>"));
        assertThat(draft.header("content-type", "text/xml").build().headers())
                .containsEntry("content-type", "text/xml");
    }

    @Test
    void sends_no_body_and_no_content_type_for_nothing() {
        OutgoingRequest request = RequestDraft.post("https://a.test/")
                .json(MissingNode.getInstance())
                .build();
        assertThat(request.body()).isNull();
        assertThat(request.headers()).containsOnlyKeys("user-agent");
    }

    @Test
    void writes_forms() throws JsonProcessingException {
        OutgoingRequest request = RequestDraft.post("https://a.test/")
                .form(JSON.readTree("{\"a\":\"é&\",\"b\":true}"))
                .build();
        assertThat(body(request)).isEqualTo("a=%C3%A9%26&b=true");
        assertThat(request.headers()).containsEntry("content-type", "application/x-www-form-urlencoded;charset=UTF-8");
    }

    @Test
    void joins_headers_that_differ_in_case_and_takes_undefined_ones_away() throws JsonProcessingException {
        JsonNode headers = JSON.readTree("{\"X-A\":1,\"x-a\":[2,3],\"User-Agent\":\"undefined\",\"N\":null}");
        assertThat(RequestDraft.post("https://a.test/").headers(headers).build().headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of("x-a", "1, 2,3", "n", "null"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"bad header":"x"} | bad header is not a legal HTTP header name
        {"a":"日"}          | 日 is not a legal HTTP header value
        """)
    void refuses_headers_that_cannot_be_sent(String headers, String message) throws JsonProcessingException {
        JsonNode object = JSON.readTree(headers);
        RequestDraft draft = RequestDraft.post("https://a.test/");
        assertThatThrownBy(() -> draft.headers(object))
                .isInstanceOf(ActionException.class)
                .hasMessage(message);
    }

    private static String body(OutgoingRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}

package dev.eventtester.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsJsonTest {

    private static final JsonNode UNDEFINED = MissingNode.getInstance();

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static JsonNode parse(String text) {
        return JsJson.parse(text, steps -> {});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"b": 1, "10": "x", "a": 2, "2": "y"}       | {"2":"y","10":"x","b":1,"a":2}
        {"01": 1, "4294967295": 2, "4294967294": 3} | {"4294967294":3,"01":1,"4294967295":2}
        [1.0, 1e21, 1e-7, 0.1, -0.0, 1e400]         | [1,1e+21,1e-7,0.1,0,null]
        "\\u0001\\"\\\\/\\b\\f\\n\\r\\t\\u007f é🚀" | "\\u0001\\"\\\\/\\b\\f\\n\\r\\t\u007f é🚀"
        {"a":[],"o":{},"n":null,"t":true}           | {"a":[],"o":{},"n":null,"t":true}
        """)
    void writes_as_javascript_does(String value, String text) throws Exception {
        assertThat(JsJson.stringify(json(value))).isEqualTo(text);
    }

    @Test
    void leaves_undefined_members_out_and_writes_undefined_elements_as_null() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set("gone", UNDEFINED);
        object.set("list", JsonNodeFactory.instance.arrayNode().add(UNDEFINED).add(1));

        assertThat(JsJson.stringify(object)).isEqualTo("{\"list\":[null,1]}");
        assertThat(JsJson.stringify(UNDEFINED)).isEmpty();
    }

    @Test
    void escapes_lone_surrogates_only() {
        assertThat(JsJson.stringify(TextNode.valueOf("\ud800 \udc00 \ud83d\ude80")))
                .isEqualTo("\"\\ud800 \\udc00 \ud83d\ude80\"");
    }

    @Test
    void writes_no_infinity() {
        assertThat(JsJson.stringify(DoubleNode.valueOf(Double.NEGATIVE_INFINITY)))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "4294967294, 4294967294",
        "4294967295, -1",
        "01, -1",
        "-1, -1",
        "'', -1",
        "1a, -1",
        "99999999999, -1",
        "1.0, -1"
    })
    void knows_array_indexes(String key, long index) {
        assertThat(JsJson.index(key)).isEqualTo(index);
    }

    @Test
    void puts_indexes_first() throws Exception {
        assertThat(JsJson.members(json("{\"z\":1,\"3\":2,\"a\":3,\"1\":4}")))
                .extracting(Entry::getKey)
                .containsExactly("1", "3", "z", "a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"p": "x", "q": [1, null, 42.5]}  | {"p":"x","q":[1,null,42.5]}
        \u0020[1,2]\t                     | [1,2]
        {"a":1,"b":2,"a":3}               | {"a":3,"b":2}
        42                                | 42
        -0                                | 0
        1e999                             | null
        12345678901234567890              | 12345678901234567000
        "\\ud800"                         | "\\ud800"
        true                              | true
        """)
    void reads_as_javascript_does(String text, String written) {
        assertThat(JsJson.stringify(parse(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "01",
                "+1",
                ".5",
                "1.",
                "[1,]",
                "{a:1}",
                "{'a':1}",
                "1 2",
                "NaN",
                "Infinity",
                "undefined",
                "\"\u0001\"",
                "\ufeff1",
                "\u00a01",
                "[1",
                "\"x",
                "// c\n1",
                "{\"a\"}",
                "tru",
                "\"\\x41\""
            })
    void what_is_not_json_is_missing(String text) {
        assertThat(parse(text).isMissingNode()).isTrue();
    }

    @Test
    void reads_numbers_of_any_length() {
        assertThat(parse("1".repeat(300)).doubleValue()).isEqualTo(Double.parseDouble("1".repeat(300)));
        assertThat(parse("0." + "1".repeat(30_000)).doubleValue()).isEqualTo(0.1111111111111111);
    }

    @Test
    void refuses_what_nests_too_deep() {
        ObjectNode deep = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 10_000; i++) {
            deep = JsonNodeFactory.instance.objectNode().set("a", deep);
        }
        ObjectNode tooDeep = deep;

        assertThatThrownBy(() -> JsJson.stringify(tooDeep)).isInstanceOf(TooDeepException.class);
        assertThatThrownBy(() -> parse("[".repeat(10_000))).isInstanceOf(TooDeepException.class);
        assertThat(parse("[".repeat(256) + "]".repeat(256)).isArray()).isTrue();
    }

    @Test
    void tells_the_meter_its_work() throws Exception {
        int[] steps = {0};

        JsJson.stringify(json("{\"a\":[1,2],\"b\":\"" + "x".repeat(32) + "\"}"), step -> steps[0] += step);

        assertThat(steps[0]).isEqualTo(3 + 3 + 2);
        assertThatThrownBy(() -> JsJson.parse("[1,2]", step -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }
}

package dev.eventtester.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsTextTest {

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "text"                    | text
        1.0                       | 1
        1e21                      | 1e+21
        true                      | true
        null                      | null
        {"a":1}                   | [object Object]
        []                        | ''
        [1,null,[2,[3,"x"]],true] | 1,,2,3,x,true
        [{},[]]                   | [object Object],
        """)
    void makes_text_of_values(String value, String text) throws Exception {
        assertThat(JsText.of(json(value))).isEqualTo(text);
    }

    @Test
    void undefined_is_a_word_alone_and_nothing_in_an_array() {
        JsonNode undefined = MissingNode.getInstance();

        assertThat(JsText.of(undefined)).isEqualTo("undefined");
        assertThat(JsText.of(JsonNodeFactory.instance.arrayNode().add(undefined).add(1)))
                .isEqualTo(",1");
    }

    @Test
    void refuses_arrays_that_nest_too_deep() {
        ArrayNode deep = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 10_000; i++) {
            deep = JsonNodeFactory.instance.arrayNode().add(deep);
        }
        ArrayNode tooDeep = deep;

        assertThatThrownBy(() -> JsText.of(tooDeep))
                .isInstanceOf(TooDeepException.class)
                .hasMessage("The value exceeds the limit of 256 nested levels");
    }

    @Test
    void tells_the_meter_its_work_beforehand() throws Exception {
        JsonNode array = json("[1,2,3,\"" + "x".repeat(160) + "\"]");
        int[] steps = {0};

        JsText.of(array, step -> steps[0] += step);

        assertThat(steps[0]).isEqualTo(2 * 4 + 1 + 160 / 16);
        assertThatThrownBy(() -> JsText.of(array, step -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\t", "\n", "\u000b", "\f", "\r", " ", "\u00a0", "\u1680", "\u2003", "\u2028", "\u2029", "\u202f",
                "\u205f", "\u3000", "\ufeff"
            })
    void trims_what_javascript_calls_white_space(String blank) {
        assertThat(JsText.trim(blank + "x" + blank)).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001c", "\u0085", "\u180e", "\u200b", "\u2060"})
    void keeps_what_only_looks_blank(String notBlank) {
        assertThat(JsText.trim(notBlank)).isEqualTo(notBlank);
    }

    @ParameterizedTest
    @CsvSource({"Straße, straße, STRASSE", "ÀÉ, àé, ÀÉ", "ŉ, ŉ, ʼN", "İ, i̇, İ", "𐐀, 𐐨, 𐐀"})
    void changes_case_without_a_locale(String text, String lower, String upper) {
        assertThat(JsText.lowerCase(text)).isEqualTo(lower);
        assertThat(JsText.upperCase(text)).isEqualTo(upper);
    }

    @ParameterizedTest
    @CsvSource({
        "ΟΔΟΣ, οδος",
        "Σ, σ",
        "ΑΣ.Β, ασ.β",
        "ΑΣΒ, ασβ",
        "ΑΣ.Β, ασ.β",
        "'ΑΣ\"Β\"', 'ας\"β\"'",
        "ΑΣ.Β, ασ.β",
        "' Σ', ' σ'",
        "Α'Σ, α'ς",
        "1Σ, 1σ"
    })
    void a_sigma_at_the_end_of_a_word_is_final(String text, String lower) {
        assertThat(JsText.lowerCase(text)).isEqualTo(lower);
    }
}

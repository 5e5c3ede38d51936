package dev.eventtester.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void cuts_members_out_of_the_text_unchanged() {
        assertThat(JsonText.members("{ \"a\" : 1.0 ,\"b\":{\"x\": [1 , 2]} , \"c\" : \"\\u0000é\" , \"d\":null}"))
                .containsExactly(
                        entry("a", "1.0"),
                        entry("b", "{\"x\": [1 , 2]}"),
                        entry("c", "\"\\u0000é\""),
                        entry("d", "null"));
    }

    @Test
    void keeps_the_last_of_a_repeated_name() {
        assertThat(JsonText.members("{\"a\":1,\"a\":2}")).containsExactly(entry("a", "2"));
    }

    @Test
    void cuts_elements_out_of_the_text_unchanged() {
        assertThat(JsonText.elements("[ {\"k\":1, \"k\":2} , \"two\" ,3e0, true ]"))
                .containsExactly("{\"k\":1, \"k\":2}", "\"two\"", "3e0", "true");
    }

    @Test
    void cuts_large_texts_that_do_not_fit_one_buffer() {
        String large = "x".repeat(100_000);
        assertThat(JsonText.members("{\"pad\":\"" + large + "\",\"after\": {\"y\":1}}"))
                .containsEntry("after", "{\"y\":1}")
                .containsEntry("pad", "\"" + large + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":}", "{} {}", "[1]", "\"text\"", "{\"a\":1,}", "nul"})
    void refuses_what_is_not_one_object(String text) {
        assertThatThrownBy(() -> JsonText.members(text)).isInstanceOf(MalformedJsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{} 1", "nul"})
    void refuses_what_is_not_one_value(String text) {
        assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void refuses_values_nested_too_deep() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThatThrownBy(() -> JsonText.parse(deep))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("500");
    }
}

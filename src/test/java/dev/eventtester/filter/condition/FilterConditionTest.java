package dev.eventtester.filter.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterConditionTest {

    private static final JsonNode EVENT = JsonText.parse("""
        {"event": "Button Clicked", "type": "track", "userId": null, "anonymousId": "a-1",
         "context": {"library": {"name": "analytics.js", "version": "1.0"}},
         "properties": {"features": ["discounts", "dark-mode"], "total": 19.5, "paid": true, "product 1": {"price": 2},
                        "a.b": "dotted", "word": "ア", "quoted": "it's", "sizes": [1, 2.0]}}
        """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "all | true",
                "event = 'Button Clicked' | true",
                "event = \"Button Clicked\" | true",
                "event == 'Button Clicked' | true",
                "event = 'Screen Tapped' | false",
                "context.path.path = '/login' | false",
                "type = 'identify' or type = 'track' | true",
                "event = 'Button Clicked' and type = 'track' | true",
                "match( context.library.version, '1.*' ) | true",
                "match( context.library.version, '2.*' ) | false",
                "type = 'track' and ( event = 'Click' or match( event, 'Button *' ) ) | true",
                "!contains( context.library.name, 'js' ) | false",
                "'dark-mode' in properties.features | true",
                "'blink' in properties.features | false",
                "!( type in ['track', 'identify'] ) | false",
                "!!(type = 'track') | true",
                "properties.product\\ 1.price = 2 | true",
                "properties.a\\.b = 'dotted' | true",
                "properties.paid | true",
                "properties.total | false",
                "!properties.missing | true",
                "properties.total > 19 and properties.total <= 19.5 | true",
                "properties.total > '19' | false",
                "anonymousId != null | true",
                "userId = null | true",
                "properties.missing = null | true",
                "properties.total != '19.5' | true",
                "properties.features = ['discounts', 'dark-mode'] | true",
                "properties.sizes = [1.0, 2] | true",
                "properties.features.1 = 'dark-mode' | true",
                "properties.features.9 = null | true",
                "type = 'x' or type = 'track' and event = 'y' | false",
                "type = 'track' or type = 'x' and event = 'y' | true",
                "properties.quoted = 'it\\'s' | true",
                "length( properties.word ) = 3 | true",
                "length( properties.features ) = 2 | true",
                "length( userId ) > 0 | false",
                "length( userId ) = 0 | true",
                "lowercase( event ) = 'button clicked' | true",
                "uppercase( type ) = 'TRACK' | true",
                "lowercase( userId ) = null | true",
                "snakecase( event ) = 'Button_Clicked' | true",
                "kebabcase( event ) = 'Button-Clicked' | true",
                "titlecase( 'test string' ) = 'Test String' | true",
                "typeof( userId ) = 'null' | true",
                "typeof( properties.features ) = 'list' | true",
                "typeof( properties.paid ) = 'bool' | true",
                "number( '19.50' ) = properties.total | true",
                "contains( userId, 'x' ) | false",
                "match( userId, '*' ) | false",
            })
    void reads_the_language_of_filters(String condition, boolean expected) {
        assertThat(FilterCondition.parse(condition).matches(EVENT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "abcd, a*d, true",
        "'', *, true",
        "abc, ab, false",
        "abcd, a??d, true",
        "abcd, *d, true",
        "ab*d, ab\\*d, true",
        "abxd, ab\\*d, false",
        "abCd, ab[cC]d, true",
        "abcd, ab[a-z]d, true",
        "abcd, ab[A-Z]d, false",
        "abcbd, *b*d, true",
        "aab, *a?, true",
    })
    void matches_patterns(String text, String pattern, boolean expected) {
        assertThat(Glob.matches(text, pattern)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "type =",
                "userId = oops\"",
                "type = 'track",
                "(type = 'track'",
                "type = 'track')",
                "type = 'track' and",
                "and",
                "type 'track'",
                "semver(type)",
                "contains(type)",
                "a..b = 1",
                "a = 1.2.3",
                "a = 1e999999999",
                "$.type = 'x'",
                "type = 'a' & type = 'b'",
                "[1,",
                "a\\",
            })
    void refuses_what_is_no_condition(String condition) {
        assertThatThrownBy(() -> FilterCondition.parse(condition))
                .isInstanceOf(InvalidConditionException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void refuses_what_is_too_deep_or_too_long() {
        assertThatThrownBy(() -> FilterCondition.parse("(".repeat(2000) + "a" + ")".repeat(2000)))
                .hasMessageContaining("deeper");
        assertThatThrownBy(() -> FilterCondition.parse("a = '" + "x".repeat(5000) + "'"))
                .hasMessageContaining("longer");
        assertThat(FilterCondition.parse("!".repeat(4000) + "paid").matches(EVENT))
                .isFalse();
    }
}

package dev.eventtester.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.event.JsonText;
import dev.eventtester.filter.FilterRule.Fate;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterRuleTest {

    private static final JsonNode EVENT = JsonText.parse("""
        {"type":"track","userId":"u1","context":{"ip":"1.2.3.4","page":{"url":"x","path":"y"}},
         "properties":{"email":"ann@example.com","products":[{"sku":"a","cost":1},{"sku":"b","cost":2},"c"]}}
        """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{`type`:`DROP`} | DROPPED",
                "{`type`:`SAMPLE`,`percent`:0} | DROPPED",
                "{`type`:`SAMPLE`,`percent`:1} | PASSED",
                "{`type`:`SAMPLE`,`percent`:0.5} | BY_CHANCE",
                "{`type`:`SAMPLE`,`percent`:0.999999,`path`:`userId`} | PASSED",
                "{`type`:`SAMPLE`,`percent`:0.000001,`path`:`userId`} | DROPPED",
                "{`type`:`DROP_PROPERTIES`,`fields`:{`properties`:[`email`]}} | STRIPPED",
                "{`type`:`DROP_PROPERTIES`,`fields`:{`properties`:[`phone`]}} | PASSED",
                "{`type`:`ALLOW_PROPERTIES`,`fields`:{`properties`:[`email`]}} | STRIPPED",
            })
    void knows_what_would_happen_to_an_event(String action, Fate expected) {
        assertThat(rule("type = 'track'", action).fate(EVENT)).isEqualTo(expected);
        assertThat(rule("type = 'page'", action).fate(EVENT)).isEqualTo(Fate.PASSED);
    }

    @Test
    void a_condition_that_cannot_be_read_keeps_every_event_away() {
        assertThat(rule("type =", "{`type`:`SAMPLE`,`percent`:1}").fate(EVENT)).isEqualTo(Fate.DROPPED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{`type`:`DROP_PROPERTIES`,`fields`:{`context`:[`ip`],`context.page`:[`url`]}} | /context"
                        + " | {`page`:{`path`:`y`}}",
                "{`type`:`ALLOW_PROPERTIES`,`fields`:{`context.page`:[`url`]}} | /context"
                        + " | {`ip`:`1.2.3.4`,`page`:{`url`:`x`}}",
                "{`type`:`DROP_PROPERTIES`,`fields`:{`properties.products`:[`cost`]}} | /properties/products"
                        + " | [{`sku`:`a`},{`sku`:`b`},`c`]",
                "{`type`:`ALLOW_PROPERTIES`,`fields`:{``:[`type`]}} | | {`type`:`track`}",
                "{`type`:`ALLOW_PROPERTIES`,`fields`:{`traits`:[`x`]}} | /userId | `u1`",
            })
    void removes_properties_where_it_is_told_to(String action, String at, String expected) {
        JsonNode result = rule("all", action).apply(EVENT, () -> 0.5).orElseThrow();

        assertThat(result.at(at == null ? "" : at)).isEqualTo(JsonText.parse(expected.replace('`', '"')));
        assertThat(EVENT.at("/context/ip").textValue()).isEqualTo("1.2.3.4");
    }

    @Test
    void samples_users_evenly_and_always_the_same_ones() {
        FilterRule rule = rule("all", "{`type`:`SAMPLE`,`percent`:0.3,`path`:`userId`}");

        long passed = IntStream.range(0, 10_000)
                .mapToObj(i -> JsonText.parse("{\"userId\":\"user-" + i + "\"}"))
                .filter(event -> rule.fate(event) == Fate.PASSED)
                .count();

        assertThat(passed).isBetween(2_800L, 3_200L);
    }

    @ParameterizedTest
    @CsvSource({"'\"abc\"', 0.921294497", "'\"a\"', 0.376580375", "1, 0.768711222"})
    void a_share_is_the_digest_read_as_a_fraction(String value, double expected) {
        assertThat(Sampling.share(JsonText.parse(value))).isCloseTo(expected, Assertions.within(0.000001));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | actions",
                "{} | actions",
                "[{`type`:`NOPE`}] | actions.0.type",
                "[{`type`:`DROP`},{}] | actions.1.type",
                "[{`type`:`SAMPLE`}] | actions.0.percent",
                "[{`type`:`SAMPLE`,`percent`:2}] | actions.0.percent",
                "[{`type`:`SAMPLE`,`percent`:0.5,`path`:7}] | actions.0.path",
                "[{`type`:`DROP_PROPERTIES`}] | actions.0.fields",
                "[{`type`:`DROP_PROPERTIES`,`fields`:{`context`:`ip`}}] | actions.0.fields.context",
                "[{`type`:`DROP_PROPERTIES`,`fields`:{`context`:[7]}}] | actions.0.fields.context",
            })
    void refuses_a_wrong_action_naming_what_is_wrong(String actions, String field) {
        Assertions.assertThatThrownBy(() -> FilterActions.of("actions", JsonText.parse(actions.replace('`', '"'))))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("\"" + field + "\"");
    }

    private static FilterRule rule(String condition, String action) {
        JsonNode actions = JsonText.parse("[" + action.replace('`', '"') + "]");
        return new FilterRule("f", condition, FilterActions.of("actions", actions));
    }
}

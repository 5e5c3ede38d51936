package dev.eventtester.liquid;

import static dev.eventtester.liquid.SampleEvent.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiquidValuesTest {
    static Stream<Arguments> values() {
        return Stream.of(
                arguments("{{ userId }}", "u-42"),
                arguments("{{ properties.n }}{{ properties.dec }}{{ properties.neg }}", "423.75-7"),
                arguments("{{ properties.yes }}{{ properties.no }}", "truefalse"),
                arguments("{{ properties.nil }}{{ nope }}{{ nope.x.y }}", ""),
                arguments("{{ properties.list }}", "redgreenblue"),
                arguments("{{ properties.mixed }}", "1x2[object Object]"),
                arguments("{{ properties.bare }}", "[object Object]"),
                arguments("{{ 'it''s' }}", "it"),
                arguments("{{ \"it's\" }}", "it's"),
                arguments("{{ 'a\\tb\\u0041\\101\\q' }}", "a\tbAAq"),
                arguments("{{ 5 }}{{ -5 }}{{ 1.50 }}{{ 5. }}", "5-51.55"),
                arguments("{{ true }}{{ nil }}{{ empty }}{{ blank }}", "true"),
                arguments("{{ (1..4) }}{{ (2.5..4) }}{{ (3..1) }}", "12342.53.54.5"),
                arguments("{{ userId nonsense 'ignored' }}", "u-42"),
                arguments("{{ a.b.c }}{{ .userId }}", "u-42"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void shows_values_as_text(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    static Stream<Arguments> members() {
        return Stream.of(
                arguments("{{ properties['plan'] }}", "premium plan"),
                arguments("{{ properties[\"my key\"] }}", "spaced"),
                arguments("{{ ['userId'] }}", "u-42"),
                arguments("{{ properties[properties.key] }}", "premium plan"),
                arguments("{{ properties.list[0] }}{{ properties.list[-1] }}{{ properties.list[9] }}", "redblue"),
                arguments("{{ properties.list.0 }}", "red"),
                arguments("{{ properties.list['1'] }}", "green"),
                arguments(
                        "{{ properties.list.first }}{{ properties.list.last }}{{ properties.list.size }}", "redblue3"),
                arguments("{{ properties.plan.size }}{{ properties.plan.length }}{{ properties.plan[0] }}", "1212p"),
                arguments("{{ properties.plan.first }}", ""),
                arguments("{{ properties.bare.size }}{{ properties.size }}", "09"),
                arguments("{{ traits.size }}{{ size }}", "10"),
                arguments("{{ properties.n.size }}", ""),
                arguments("{{ properties.constructor }}{{ toString }}", ""),
                arguments("{{ properties.toString }}", "own"),
                arguments("{{ (1..3).last }}{{ 'abc'.size }}", "33"));
    }

    @ParameterizedTest
    @MethodSource("members")
    void reads_only_own_members(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("{{ 1 == 1.0 }}", "true"),
                arguments("{{ '1' == 1 }}", "false"),
                arguments("{{ properties.nil == nil }}{{ nope == null }}", "truetrue"),
                arguments("{{ properties.empty == blank }}{{ properties.empty == empty }}", "truetrue"),
                arguments(
                        "{{ properties.none == empty }}{{ properties.bare == empty }}{{ properties.no == blank }}",
                        "truetruetrue"),
                arguments("{{ properties.no == empty }}{{ empty == blank }}", "falsefalse"),
                arguments("{{ properties.list == properties.list }}{{ properties.bare == traits }}", "truefalse"),
                arguments("{{ traits == traits }}", "true"),
                arguments("{{ 'a' < 'b' }}{{ 'B' < 'a' }}{{ '10' < '9' }}{{ '10' < 9 }}", "truetruetruefalse"),
                arguments("{{ properties.plan > 1 }}{{ properties.nil <= 0 }}{{ nil <= 0 }}", "falsetruefalse"),
                arguments("{{ nope >= 0 }}{{ true > 0 }}", "falsetrue"),
                arguments("{{ properties.plan contains 'mi' }}{{ properties.list contains 'red' }}", "truetrue"),
                arguments("{{ properties.list contains 're' }}{{ properties.bare contains 'x' }}", "falsefalse"),
                arguments("{{ 'x1' contains 1 }}", "true"),
                arguments("{{ not true }}{{ not nope }}", "falsetrue"),
                arguments("{{ true or false and false }}", "true"),
                arguments("{{ false and false or true }}", "false"),
                arguments("{{ not true or true }}", "true"),
                arguments("{{ 1 != 2 == true }}", "true"),
                arguments("{{ true and }}", "false"),
                arguments("{{ not }}", "true"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void evaluates_operators_from_right_to_left(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }
}

package dev.eventtester.trigger;

import static dev.eventtester.trigger.Events.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.eventtester.trigger.condition.Comparison;
import dev.eventtester.trigger.condition.Operator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        ^^                                  | empty                | 0  | the trigger is empty
        foo = "x"                           | no-condition         | 0  | the trigger has no condition on type, event, name, userId, properties, traits or context; everything else is ignored
        properties.x>5                      | illegal-character    | 12 | `>` at character 13 is not allowed right after a name
        type = "a" # b                      | illegal-character    | 11 | `#` at character 12 is not allowed outside quotes
        type = "a" \\                       | illegal-character    | 11 | the backslash at character 12 has no character after it
        type = "a                           | unterminated-string  | 7  | the text that starts at character 8 is never closed with "
        event !="a"                         | operator-without-space | 6 | the operator `!=` at character 7 needs a space after it
        ! contains(event, "a")              | stray-negation       | 0  | the `!` at character 1 is followed by nothing it could negate; write it right before a name or a parenthesis, or as `!=`
        properties.x = 5.                   | malformed-number     | 15 | the number at character 16 ends with its decimal point
        properties.x = 1.2.3                | malformed-number     | 15 | the number at character 16 has two decimal points
        (type = "a"                         | unclosed-parenthesis | 0  | the parenthesis at character 1 is never closed
        ((type = "a"))                      | nested-parentheses   | 1  | parentheses inside parentheses, at character 2, are not supported
        type = "a" and event                | missing-value        | 20 | Value token is missing
        contains                            | missing-argument     | 0  | contains() is missing a 1st argument
        """)
    void says_what_is_wrong_and_where(String text, String code, int position, String message) {
        InvalidTriggerException error = catchThrowableOfType(InvalidTriggerException.class, () -> Trigger.parse(text));
        assertThat(error).hasMessage(message);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.position()).isEqualTo(position);
    }

    @Test
    void names_an_invisible_character_by_its_number() {
        assertThatThrownBy(() -> Trigger.parse("type =\u00a0\"a\""))
                .hasMessage("U+00A0 at character 7 is not allowed outside quotes");
    }

    @Test
    void refuses_a_text_over_the_limit_by_name() {
        String text = "type = \"" + "x".repeat(Trigger.MAX_LENGTH) + "\"";
        InvalidTriggerException error = catchThrowableOfType(InvalidTriggerException.class, () -> Trigger.parse(text));
        assertThat(error.code()).isEqualTo("too-long");
        assertThat(error).hasMessage("the trigger is longer than 16384 characters");
    }

    @Test
    void refuses_more_conditions_than_the_limit_by_name() {
        assertThat(Trigger.parse(conditions(Trigger.MAX_CONDITIONS))
                        .conditions()
                        .children())
                .hasSize(Trigger.MAX_CONDITIONS);
        String text = conditions(Trigger.MAX_CONDITIONS + 1);
        InvalidTriggerException error = catchThrowableOfType(InvalidTriggerException.class, () -> Trigger.parse(text));
        assertThat(error.code()).isEqualTo("too-many-conditions");
        assertThat(error).hasMessage("the trigger has more than 500 conditions");
    }

    @Test
    void counts_the_conditions_of_all_groups_together() {
        String group = "(" + conditions(Trigger.MAX_CONDITIONS / 2) + ")";
        InvalidTriggerException error = catchThrowableOfType(
                InvalidTriggerException.class, () -> Trigger.parse(group + " or " + group + " or " + group));
        assertThat(error.code()).isEqualTo("too-many-conditions");
    }

    private static String conditions(int count) {
        return IntStream.range(0, count).mapToObj(i -> "event = \"" + i + "\"").collect(Collectors.joining(" or "));
    }

    @Test
    void never_matches_without_an_event() {
        Trigger trigger = Trigger.parse("event != \"a\"");
        assertThat(trigger.matches(MissingNode.getInstance())).isFalse();
        assertThat(trigger.matches(NullNode.getInstance())).isFalse();
        assertThat(trigger.matches(json("{}"))).isTrue();
    }

    @Test
    void reads_a_trigger_with_any_number_of_parentheses_without_recursion() {
        assertThatThrownBy(() -> Trigger.parse("(".repeat(Trigger.MAX_LENGTH)))
                .isInstanceOf(InvalidTriggerException.class);
        assertThatThrownBy(() -> Trigger.parse("()".repeat(Trigger.MAX_LENGTH / 2)))
                .isInstanceOf(InvalidTriggerException.class);
    }

    @Test
    void looks_into_an_event_of_any_depth() {
        JsonNode event = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 10_000; i++) {
            event = JsonNodeFactory.instance.objectNode().set("properties", event);
        }
        Trigger trigger = Trigger.parse("properties.properties.properties != null and properties.x = null");
        assertThat(trigger.matches(event)).isTrue();
        assertThat(trigger.explain(event).toJson().findValues("actualTruncated"))
                .isNotEmpty();
    }

    @Test
    void names_the_paths_that_it_reads() {
        Trigger trigger = Trigger.parse(
                "type = \"track\" and (properties.cart.total > 5 or traits.my\\ plan = \"a\") and type != \"x\"");
        assertThat(trigger.paths()).containsExactly("type", "properties.cart.total", "traits.my plan");
    }

    @Test
    void shows_its_conditions_for_building_an_event() {
        Trigger trigger = Trigger.parse("properties.list\\[0\\].id != null and !match(event, \"Or*\")");
        assertThat(trigger.conditions().all()).isTrue();
        Comparison first = (Comparison) trigger.conditions().children().get(0);
        assertThat(first.names()).isEqualTo(List.of("properties", "list", "0", "id"));
        assertThat(first.operator()).isEqualTo(Operator.EXISTS);
        Comparison second = (Comparison) trigger.conditions().children().get(1);
        assertThat(second.operator()).isEqualTo(Operator.NOT_STARTS_WITH);
        assertThat(second.expectedText()).isEqualTo("Or");
    }

    @Test
    void renders_its_conditions_without_an_event() {
        assertThat(Trigger.parse("type = \"track\" and (properties.x > 5 or name != null)")
                        .conditions()
                        .toJson())
                .isEqualTo(json("{'operator':'and','children':["
                        + "{'path':'type','operator':'=','expected':'track'},"
                        + "{'operator':'or','children':["
                        + "{'path':'properties.x','operator':'>','expected':5},"
                        + "{'path':'name','operator':'exists'}]}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"type = \"a\" or ()", "type = \"a\" or (foo = 1)", "type = \"a\" or (contains(type, \"x\"))"})
    void fails_on_an_empty_group_only_when_it_is_reached(String text) {
        Trigger trigger = Trigger.parse(text);
        assertThat(trigger.matches(json("{'type':'a'}"))).isTrue();
        assertThatThrownBy(() -> trigger.matches(json("{'type':'b'}")))
                .isInstanceOf(TriggerEvaluationException.class)
                .hasMessage("the evaluation reached a group without any condition");
    }

    @Test
    void fails_on_a_path_without_any_name() {
        Trigger trigger = Trigger.parse("properties.\\. != \"x\"");
        assertThatThrownBy(() -> trigger.matches(json("{}")))
                .hasMessage("the evaluation reached a path without any name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        properties.list.\\1 = "b"   | {'properties':{'list':['a','b']}} | true
        properties.list.\\01 != null | {'properties':{'list':['a','b']}} | false
        properties.list.\\2 != null | {'properties':{'list':['a','b']}} | false
        properties.word.\\0 = "a"   | {'properties':{'word':'abc'}}     | true
        properties.word.length = 3  | {'properties':{'word':'abc'}}     | true
        properties.length = 2       | {'properties':[1,2]}              | true
        properties.x.y = 0          | {'properties':0}                  | true
        properties.a\\.b = 1        | {'properties':{'a.b':1}}          | false
        properties.a\\.b = 1        | {'properties':{'a':{'b':1}}}      | true
        properties.\\.a = 1         | {'properties':{'a':1}}            | true
        properties\\. != null       | {'properties':{'':1}}             | false
        properties.toString != null | {'properties':{}}                 | false
        """)
    void finds_elements_lengths_and_falsy_parents(String text, String event, boolean matches) {
        assertThat(Trigger.parse(text).matches(json(event))).isEqualTo(matches);
    }
}

package dev.eventtester.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.json.JsJson;
import dev.eventtester.liquid.value.LiquidException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidLimitsTest {

    private static final int SMALL_STACK = 256 * 1024;
    private static final int EVENT_LENGTH = 32_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% assign a = a | append: a %}",
                "{% assign a = a | prepend: a %}",
                "{% assign a = a | push: a %}",
                "{% assign a = a | replace: '', 'xx' %}",
                "{% capture a %}{{ a }}{{ a }}{% endcapture %}",
                "{% assign a = a | split: '' | join: 'xx' %}",
                "{% assign a = a | url_encode | url_encode %}{% assign a = a | append: a %}"
            })
    void ends_growth_with_an_error(String step) {
        String template = "{% assign a = '%%%%' %}" + step.repeat(960 / step.length()) + "{{ a }}";

        assertLimited(template, JsonNodeFactory.instance.objectNode(), "template render limit exceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ (1..10000000) | size }}",
                "{{ (1..10000000) }}",
                "{{ 0 | date: '%99999999Y' }}",
                "{{ 0 | date: '%99999999N' }}",
                "{{ 0 | date: '%_999999999999999999999999d' }}"
            })
    void ends_what_asks_for_too_much(String template) {
        assertLimited(template, JsonNodeFactory.instance.objectNode(), "template render limit exceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{ (0..100000000) | size }}", "{{ 'abc' | slice: 0, 100000001 }}", "{{ 'abc' | sample: 1e9 }}"})
    void ends_what_asks_for_too_much_memory(String template) {
        assertLimited(
                template.replace("1e9", "1000000000"),
                JsonNodeFactory.instance.objectNode(),
                "memory alloc limit exceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strip_html",
                "escape_once",
                "url_encode",
                "slugify",
                "downcase",
                "replace: 'x', 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'",
                "split: '' | join",
                "truncatewords: 100000",
                "date",
                "plus: 1",
                "json"
            })
    void survives_long_texts(String filter) {
        for (String text : new String[] {"<", "<script", "& ", "Σ'", "(1 ", "%41", "x", "1"}) {
            JsonNode event = longText(text);
            Liquid template = Liquid.compile("{{ s | " + filter + " | size }}");

            assertThat(template.render(event, SampleEvent.CLOCK)).matches("\\d+");
        }
    }

    @Test
    void repeats_of_costly_filters_are_limited() {
        assertLimited(
                "{{ s" + " | slugify: 'latin'".repeat(50) + " }}", longText("é"), "template render limit exceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ a | split: b | size }}",
                "{{ a | replace: b, '' }}",
                "{{ a | remove_first: b }}",
                "{{ a | remove_last: b }}",
                "{% if a contains b %}{% endif %}"
            })
    void searches_for_long_repetitive_texts_are_limited(String template) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("a", "a".repeat(16_000)).put("b", "a".repeat(8_000) + "b" + "a".repeat(7_000));

        assertLimited(template, event, "template render limit exceeded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        replace: long, 'x'       | abcdefghi- x, x!
        replace_first: long, 'x' | abcdefghi- x, abcdefghijk!
        replace_last: long, 'x'  | abcdefghi- abcdefghijk, x!
        remove: long             | abcdefghi- , !
        remove_last: other       | abcdefghi- abcdefghijk, abcdefghijk!
        """)
    void finds_long_texts(String filter, String expected) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("text", "abcdefghi- abcdefghijk, abcdefghijk!")
                .put("long", "abcdefghijk")
                .put("other", "abcdefghiX");
        Liquid template = Liquid.compile("{{ text | " + filter + " }}");

        assertThat(template.render(event, SampleEvent.CLOCK)).isEqualTo(expected);
    }

    @Test
    void tells_a_shared_meter_the_work_and_ends_where_it_says_so() {
        Liquid template = Liquid.compile("{{ s | upcase }}");
        AtomicLong work = new AtomicLong();

        template.render(longText("x"), SampleEvent.CLOCK, work::addAndGet);

        assertThat(work).hasValueBetween(EVENT_LENGTH, 10 * EVENT_LENGTH);
        assertThatIllegalStateException()
                .isThrownBy(() -> template.render(longText("x"), SampleEvent.CLOCK, units -> {
                    throw new IllegalStateException();
                }));
    }

    @Test
    void does_not_convert_endless_hexadecimal_numbers() {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("s", "0x" + "f".repeat(EVENT_LENGTH));

        assertLimited("{{ s | plus: 1 }}", event, "template render limit exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "a[", "(1..", "a[(1.."})
    void refuses_values_that_nest_too_deeply(String opening) {
        String template = "{{ " + opening.repeat(900 / opening.length()) + " }}";

        assertThatExceptionOfType(LiquidException.class).isThrownBy(() -> onSmallStack(template, SampleEvent.EVENT));
    }

    @Test
    void nests_tags_as_deeply_as_a_template_can() throws Exception {
        String template = "{%if 1%}".repeat(58) + "x" + "{%endif%}".repeat(58);

        assertThat(onSmallStack(template, SampleEvent.EVENT)).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ a }}",
                "{{ a | json: 2 }}",
                "{{ a | json }}",
                "{{ a | join }}",
                "{{ a == b }}",
                "{{ a contains b }}"
            })
    void refuses_values_that_nest_too_deeply_in_an_event(String template) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.set("a", nested(10_000));
        event.set("b", nested(10_000));

        assertThatExceptionOfType(LiquidException.class)
                .isThrownBy(() -> onSmallStack(template, event))
                .withMessageStartingWith("value nesting limit exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ a }}", "{{ a | json: 2 }}", "{{ a | join }}", "{{ a | plus: 1 }}", "{{ a == b }}"})
    void nests_values_as_deeply_as_json_may(String template) throws Exception {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.set("a", nested(JsJson.MAX_DEPTH - 1));
        event.set("b", nested(JsJson.MAX_DEPTH - 1));

        assertThat(onSmallStack(template, event)).isNotNull();
    }

    /** An empty array in so many arrays. */
    private static JsonNode nested(int depth) {
        ArrayNode outer = JsonNodeFactory.instance.arrayNode();
        ArrayNode array = outer;
        for (int i = 0; i < depth; i++) {
            array = array.addArray();
        }
        return outer;
    }

    private static JsonNode longText(String part) {
        return JsonNodeFactory.instance.objectNode().put("s", part.repeat(EVENT_LENGTH / part.length()));
    }

    private static void assertLimited(String template, JsonNode event, String limit) {
        assertThat(template).hasSizeLessThanOrEqualTo(1000);
        Liquid compiled = Liquid.compile(template);
        assertThatExceptionOfType(LiquidException.class)
                .isThrownBy(() -> compiled.render(event, SampleEvent.CLOCK))
                .withMessageStartingWith(limit);
    }

    private static String onSmallStack(String template, JsonNode event) throws Exception {
        FutureTask<String> rendering =
                new FutureTask<>(() -> Liquid.compile(template).render(event, SampleEvent.CLOCK));
        new Thread(null, rendering, "small stack", SMALL_STACK).start();
        try {
            return rendering.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof LiquidException refused) {
                throw refused;
            }
            throw failure;
        }
    }
}

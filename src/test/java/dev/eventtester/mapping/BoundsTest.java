package dev.eventtester.mapping;

import static dev.eventtester.mapping.Json.json;
import static dev.eventtester.mapping.Json.nestedArrays;
import static dev.eventtester.mapping.Json.nestedObjects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

    private static final String STEPS = "The mapping exceeds the limit of 100000 steps";
    private static final String MAPPING_DEPTH = "The mapping exceeds the limit of 256 nested levels";
    private static final String VALUE_DEPTH = "The value exceeds the limit of 256 nested levels";

    private static JsonNode resolve(JsonNode mapping, JsonNode event) {
        return Mapping.compile(mapping).resolve(event, InstantSource.system());
    }

    private static ObjectNode event(String key, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(key, value);
    }

    private static ObjectNode event(String key, String text) {
        return JsonNodeFactory.instance.objectNode().put(key, text);
    }

    private static JsonNode nest(int times, JsonNode innermost, UnaryOperator<JsonNode> wrap) {
        JsonNode value = innermost;
        for (int i = 0; i < times; i++) {
            value = wrap.apply(value);
        }
        return value;
    }

    private static ArrayNode numbers(int count) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode(count);
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static ObjectNode members(int count) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < count; i++) {
            members.set("k" + i, json("{v: 1}"));
        }
        return members;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: {'@path': 'x'}}",
                "{a: {'@json': {mode: 'encode', value: {'@path': 'x'}}}}",
                "{a: {'@flatten': {separator: '.', value: {'@path': 'x'}}}}",
                "{a: {'@excludeWhenNull': {'@path': 'x'}}}",
                "{a: {'@merge': {direction: 'right', objects: [{'@path': 'x'}]}}}",
                "{a: {'@transform': {apply: {'@path': '$.'}, mapping: {b: {'@path': 'x'}}}}}",
                "{a: {'@arrayPath': ['$.x', {b: {'@path': '$.'}}]}}"
            })
    void a_value_ten_thousand_levels_deep_is_an_error_with_a_name(String mapping) {
        for (JsonNode deep : new JsonNode[] {nestedArrays(10_000), nestedObjects(10_000)}) {
            assertThatThrownBy(() -> resolve(json(mapping), event("x", deep)))
                    .isInstanceOf(MappingException.class)
                    .hasMessage(VALUE_DEPTH);
        }
    }

    @Test
    void arrays_in_arrays_are_not_joined_without_end() {
        assertThatThrownBy(() -> resolve(json("{a: {'@template': '{{x}}'}}"), event("x", nestedArrays(10_000))))
                .hasMessage(VALUE_DEPTH);
    }

    @Test
    void decoded_text_may_not_nest_without_end() {
        String brackets = "[".repeat(10_000) + "]".repeat(10_000);

        assertThatThrownBy(() ->
                        resolve(json("{a: {'@json': {mode: 'decode', value: {'@path': 'x'}}}}"), event("x", brackets)))
                .hasMessage(VALUE_DEPTH);
    }

    @Test
    void a_deep_event_is_harmless_where_it_is_not_copied() {
        ObjectNode event = event("x", nestedArrays(10_000)).put("y", 1);

        assertThat(resolve(json("{a: {'@path': 'y'}, b: {'@path': 'x.0.0.length'}}"), event))
                .isEqualTo(json("{a: 1, b: 1}"));
    }

    @Test
    void a_mapping_may_not_nest_without_end() {
        assertThat(Mapping.compile(nestedObjects(10_000)).errors())
                .containsExactly(new MappingError("", MAPPING_DEPTH));
        assertThat(Mapping.compile(event("a", nestedArrays(10_000))).errors())
                .containsExactly(new MappingError("", MAPPING_DEPTH));
        JsonNode choices = nest(
                5_000, json("1"), value -> event("@if", event("exists", "x").set("then", value)));
        assertThat(Mapping.compile(choices).errors()).containsExactly(new MappingError("", MAPPING_DEPTH));
    }

    @Test
    void a_mapping_may_nest_as_deep_as_anybody_needs() {
        JsonNode cases = nest(
                100,
                json("{'@path': 'x'}"),
                value -> event("@case", event("operator", "upper").set("value", value)));

        assertThat(resolve(event("a", cases), json("{x: 'q'}"))).isEqualTo(json("{a: 'Q'}"));
    }

    @Test
    void triple_braces_cannot_grow_a_text_without_end() {
        JsonNode mapping = event("a", event("@template", "{{{x}}}".repeat(50)));

        assertThatThrownBy(() -> resolve(mapping, event("x", "{{x}}".repeat(6_000))))
                .hasMessage(STEPS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{{{}", "}", "{{{", "{ {{"})
    void lone_braces_stay_as_they_are(String braces) {
        String text = braces.repeat(32_000 / braces.length());

        assertThat(resolve(json("{a: {'@template': {'@path': 'x'}}}"), event("x", text)))
                .isEqualTo(event("a", text));
    }

    @Test
    void merging_texts_again_and_again_ends() {
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            objects.add(json("{'@path': 'x'}"));
        }
        JsonNode mapping =
                event("a", event("@merge", event("direction", "right").set("objects", objects)));

        assertThatThrownBy(() -> resolve(mapping, event("x", "y".repeat(32_000))))
                .hasMessage(STEPS);
    }

    @Test
    void doubling_by_nested_transforms_ends() {
        JsonNode doubling = nest(
                40,
                json("{q: {'@path': '$.'}}"),
                value -> event(
                        "@transform",
                        ((ObjectNode) json("{apply: {l: {'@path': '$.'}, r: {'@path': '$.'}}}"))
                                .set("mapping", value)));

        assertThatThrownBy(() -> resolve(event("a", doubling), json("{x: 1}"))).hasMessage(STEPS);
    }

    @Test
    void arrays_inside_arrays_end() {
        JsonNode inner = event(
                "@arrayPath",
                JsonNodeFactory.instance
                        .arrayNode()
                        .add(event("@literal", numbers(2_000)))
                        .add(json("{v: {'@path': '$.'}}")));
        JsonNode mapping = event(
                "a",
                event(
                        "@arrayPath",
                        JsonNodeFactory.instance.arrayNode().add("x").add(event("k", inner))));

        assertThatThrownBy(() -> resolve(mapping, event("x", numbers(2_000)))).hasMessage(STEPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@replace': {pattern: 'a', replacement: \"$'\", value: {'@path': 'x'}}}",
                "{'@replace': {pattern: 'a', replacement: '$`$`$`', value: {'@path': 'x'}}}",
                "{'@flatten': {separator: '.', value: {'@path': 'long'}}}"
            })
    void text_that_grows_with_its_square_ends(String value) {
        ObjectNode event = event("x", "a".repeat(16_000));
        event.set("long", nest(20, numbers(2_000), inner -> event("k".repeat(800), inner)));

        assertThatThrownBy(() -> resolve(json("{f: " + value + "}"), event)).hasMessage(STEPS);
    }

    @Test
    void encoding_the_encoded_ends() {
        JsonNode encodings = nest(
                60,
                json("{'@path': 'x'}"),
                value -> event("@json", event("mode", "encode").set("value", value)));

        assertThatThrownBy(() -> resolve(event("a", encodings), event("x", "\"\"\"")))
                .hasMessage(STEPS);
    }

    @Test
    void a_mapping_of_any_size_compiles_in_bounded_work() {
        assertThat(Mapping.compile(event("a", numbers(200_000))).errors()).containsExactly(new MappingError("", STEPS));
        JsonNode transforms = nest(
                100,
                members(3_000),
                value -> event("@transform", event("mapping", json("{q: 1}")).set("apply", value)));
        assertThat(Mapping.compile(event("a", transforms)).errors()).containsExactly(new MappingError("", STEPS));
    }

    @Test
    void errors_are_reported_in_bounded_space() {
        ObjectNode wrong = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 1_000; i++) {
            wrong.set("k" + i, json("{'@bad': 1}"));
        }

        assertThat(Mapping.compile(event("k".repeat(15_000), wrong)).errors())
                .containsExactly(new MappingError("", STEPS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ s | replace: 'a', 'bb' | slugify | size }}",
                "{% assign t = s | split: '' | join: '-' %}",
                "{{ s | url_encode | upcase | size }}",
                "{{ (1..2000) | json }}",
                "{{ 0 | date: s }}",
                "{% if s contains t %}{% endif %}"
            })
    void heavy_templates_in_many_fields_share_one_limit(String step) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 50; i++) {
            mapping.set("f" + i, event("@liquid", step.repeat(4)));
        }
        ObjectNode event = event("s", "a%Y".repeat(2_000)).put("t", "a%Y".repeat(200) + "a%y");
        JsonNode one = JsonNodeFactory.instance.objectNode().set("f", mapping.get("f0"));

        assertThat(resolve(one, event).path("f").isTextual()).isTrue();
        assertThatThrownBy(() -> resolve(mapping, event))
                .isInstanceOf(MappingException.class)
                .hasMessage(STEPS);
    }

    @Test
    void many_plain_templates_are_far_from_the_limit() {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 500; i++) {
            mapping.set("f" + i, event("@liquid", "{{ name | upcase | default: 'none' }}, {{ name | size }}"));
        }

        assertThat(resolve(mapping, event("name", "Ann"))).hasSize(500).allMatch(json("'ANN, 3'")::equals);
    }

    @Test
    void templates_of_any_number_are_compiled_in_bounded_work() {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 2_000; i++) {
            mapping.set("f" + i, event("@liquid", "{{ name }}".repeat(100)));
        }

        Mapping compiled = Mapping.compile(mapping);

        assertThat(compiled.errors()).containsExactly(new MappingError("", STEPS));
        assertThat(compiled.warnings()).extracting(MappingWarning::code).containsExactly("not-all-checked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@if': {exists: 'x', then: %s}}",
                "{'@case': {operator: 'upper', value: %s}}",
                "{'@json': {mode: 'encode', value: %s}}",
                "{'@transform': {apply: {a: 1}, mapping: %s}}",
                "{'@transform': {mapping: {a: 1}, apply: %s}}",
                "{'@merge': {direction: 'left', objects: [%s]}}",
                "{'@flatten': {separator: '.', value: %s}}",
                "{'@arrayPath': [%s, {a: 1}]}",
                "{a: %s}",
                "[%s]"
            })
    void a_mapping_as_deep_as_allowed_needs_only_a_small_stack(String level) throws Exception {
        String[] parts = level.split("%s");
        int levels = (255 - 1)
                / json(level.replace("%s", "1"))
                        .toString()
                        .replaceAll("[^\\[{]", "")
                        .length();
        JsonNode mapping = json("{a: " + parts[0].repeat(levels) + "{b: 1}" + parts[1].repeat(levels) + "}");
        FutureTask<Boolean> run = new FutureTask<>(() -> {
            Mapping compiled = Mapping.compile(mapping);
            compiled.warnings();
            compiled.explain(json("{}"), InstantSource.system());
            return true;
        });

        new Thread(null, run, "small stack", 384 * 1024).start();

        assertThat(run.get()).isTrue();
    }

    @Test
    void an_explanation_ends_as_the_evaluation_does() {
        Mapping mapping = Mapping.compile(json("{a: {'@path': 'x'}}"));
        Resolution resolution = mapping.explain(event("x", nestedObjects(10_000)), InstantSource.system());

        assertThat(resolution.error()).isEqualTo(VALUE_DEPTH);
        assertThat(resolution.value().isMissingNode()).isTrue();
    }

    @Test
    void warnings_of_a_refused_mapping_are_none() {
        assertThat(Mapping.compile(nestedObjects(10_000)).warnings()).isEmpty();
    }
}

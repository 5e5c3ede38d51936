package dev.eventtester.mapping;

import static dev.eventtester.mapping.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingWarningsTest {

    private static final JsonNode EVENT =
            json("{type: 'track', event: 'Signed Up', userId: 'u-1', x: 'X', n: 7, nil: null, "
                    + "empty: '', traits: {name: 'Ann', a: {b: 'B'}}, properties: {plan: 'pro'}, key: 'x', o: {k: 1}}");

    private static List<MappingWarning> warnings(String mapping) {
        return Mapping.compile(json(mapping)).warnings();
    }

    /** The mapping with a warning's rewrite put at its pointer, evaluated. */
    private static JsonNode rewritten(String mapping, MappingWarning warning) {
        JsonNode root = json(mapping);
        String pointer = warning.pointer();
        JsonNode parent = root.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String key = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), warning.rewrite());
        } else {
            ((ObjectNode) parent).set(key, warning.rewrite());
        }
        return Mapping.compile(root).resolve(EVENT, InstantSource.system());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', textBlock = """
        {a: {'@liquid': 'Hi {{ event.traits.name }}'}}                                  ^ liquid-event-prefix             ^ /a/@liquid           ^ {a: 'Hi Ann'}
        {a: {'@liquid': '{% if event.userId %}y{% endif %}'}}                           ^ liquid-event-prefix             ^ /a/@liquid           ^ {a: 'y'}
        {a: {'@liquid': '{{ $.userId }}'}}                                              ^ liquid-dollar                   ^ /a/@liquid           ^ {a: 'u-1'}
        {a: {'@template': 'Hi {{$.traits.name}}'}}                                      ^ template-dollar                 ^ /a/@template         ^ {a: 'Hi Ann'}
        {a: {'@template': 'Hi {{event.traits.name}}'}}                                  ^ template-event-prefix           ^ /a/@template         ^ {a: 'Hi Ann'}
        {a: {'@template': '{{{x}}}'}}                                                   ^ template-expands-twice          ^ /a/@template         ^ {a: 'X'}
        {a: {'@template': '{{x | downcase}}'}}                                          ^ template-with-liquid            ^ /a                   ^ {a: 'x'}
        {a: {'@template': '{% if x %}y{% endif %}'}}                                    ^ template-with-liquid            ^ /a                   ^ {a: 'y'}
        {a: {'@path': "$['traits']['name']"}}                                           ^ path-dollar-is-key              ^ /a/@path             ^ {a: 'Ann'}
        {a: {'@path': '$.traits[name]'}}                                                ^ path-bracket-in-key             ^ /a/@path             ^ {a: 'Ann'}
        {a: {'@path': '$.event.traits.name'}}                                           ^ path-event-prefix               ^ /a/@path             ^ {a: 'Ann'}
        {a: {'@path': '$.{{key}}'}}                                                     ^ path-with-template              ^ /a/@path             ^ {a: 'X'}
        {a: [{'@Path': '$.x'}]}                                                         ^ array-unknown-directive         ^ /a/0                 ^ {a: ['X']}
        {a: [{'@path': '$.x', label: 1}]}                                               ^ array-directive-with-other-keys ^ /a/0                 ^ {a: ['X']}
        {a: {'@if': {blank: {'@path': 'empty'}, then: 'none', else: 'some'}}}           ^ if-blank-inverted               ^ /a/@if               ^ {a: 'none'}
        {a: {'@if': {blank: {'@path': 'empty'}, then: 0}}}                              ^ if-blank-inverted               ^ /a/@if               ^ {a: 0}
        {a: {'@if': {exists: {'@path': 'nil'}, then: 1, else: ''}}}                     ^ if-else-ignored                 ^ /a/@if/else          ^ {a: ''}
        {a: {'@json': {mode: 'ENCODE', value: {'@path': 'o'}}}}                         ^ mode-not-lower-case             ^ /a/@json/mode        ^ {a: '{"k":1}'}
        {a: {'@json': {mode: 'encode', value: 0}}}                                      ^ option-missing                  ^ /a/@json/value       ^ {a: '0'}
        {a: {'@merge': {direction: 'LEFT', objects: [{p: 1}, {p: 2}]}}}                 ^ direction-not-lower-case        ^ /a/@merge/direction  ^ {a: {p: 1}}
        {a: {'@case': {operator: 'LOWER', value: {'@path': 'x'}}}}                      ^ operator-not-lower-case         ^ /a/@case/operator    ^ {a: 'x'}
        {a: {'@replace': {pattern: 'X', replacement: '$$5', value: {'@path': 'x'}}}}    ^ replace-dollar                  ^ /a/@replace/replacement ^ {a: '$$5'}
        {a: '$.userId'}                                                                 ^ literal-looks-like-directive    ^ /a                   ^ {a: 'u-1'}
        {a: {'@literal': 'Hi {{x}}'}}                                                   ^ literal-looks-like-directive    ^ /a/@literal          ^ {a: 'Hi X'}
        {a: [{b: '{{ x | downcase }}'}]}                                                ^ literal-looks-like-directive    ^ /a/0/b               ^ {a: [{b: 'x'}]}
        """)
    void the_rewrite_means_what_was_written(String mapping, String code, String pointer, String meant) {
        MappingWarning warning = warnings(mapping).stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " not among " + warnings(mapping)));

        assertThat(warning.pointer()).isEqualTo(pointer);
        assertThat(warning.consequence()).isNotBlank();
        assertThat(rewritten(mapping, warning)).isEqualTo(json(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {a: {'@path': '$.list[-1]'}}                                                   | path-bracket-in-key           | /a/@path
        {a: {'@path': "$.x['a.b']"}}                                                   | path-dot-in-quotes            | /a/@path
        {a: {'@path': 'a$.b'}}                                                         | path-dollar-inside            | /a/@path
        {a: {'@template': '{{ }}'}}                                                    | template-whole-event          | /a/@template
        {a: {'@liquid': '{% for i in x %}{% endfor %}'}}                               | liquid-invalid                | /a/@liquid
        {a: [{'@nope': 1}]}                                                            | array-unknown-directive       | /a/0
        {a: [{'@path': 'x', '@template': 'y'}]}                                        | array-several-directives      | /a/0
        {a: [{'@path': 5}]}                                                            | array-invalid-directive       | /a/0
        {a: {'@if': {exists: {'@path': 'x'}, blank: {'@path': 'y'}, then: 1}}}         | if-blank-ignored              | /a/@if/blank
        {a: {'@if': {then: 1}}}                                                        | option-missing                | /a/@if
        {a: {'@flatten': {value: {'@path': 'o'}}}}                                     | option-missing                | /a/@flatten
        {a: {'@if': {exists: 'always', then: 1}}}                                      | if-constant-condition         | /a/@if/exists
        {a: {'@arrayPath': ['$.l', {u: {'@path': '$.userId'}}]}}                       | array-path-reads-event        | /a/@arrayPath/1/u/@path
        {__segment_internal_directive: {'@if': {exists: 1, then: {a: 1}}}, b: 2}       | root-directive-ignores-fields | /__segment_internal_directive
        """)
    void says_so_where_no_rewrite_exists(String mapping, String code, String pointer) {
        assertThat(warnings(mapping)).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo(code);
            assertThat(warning.pointer()).isEqualTo(pointer);
            assertThat(warning.rewrite()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: {'@path': '$.properties.plan'}, b: 'text', c: 5, d: {e: null}}",
                "{a: {'@template': 'Hi {{traits.name}}, {{event}} {{event.length}}'}}",
                "{a: {'@liquid': \"{{ event }} {{ event.size }} {{ traits['event.x'] }} {{ my.event.x }}\"}}",
                "{a: {'@if': {exists: {'@path': '$.x'}, then: {'@path': '$.x'}, else: {'@literal': ''}}}}",
                "{a: {'@arrayPath': ['$.properties.products', {id: {'@path': '$.product_id'}}]}}",
                "{a: [{'@path': '$.x'}, {'@template': '{{x}}', _metadata: {label: 1}}, [1, {b: {'@path': 'y'}}]]}",
                "{a: {'@replace': {pattern: '$.', replacement: '-', value: {'@path': 'x'}}}}",
                "{a: 'costs $.5 or $ 5', b: '{single}', c: {'@path': \"$.list[0]['key']\"}}",
                "{a: {'@merge': {direction: 'RIGHT', objects: [{'@path': '$.x'}]}}}"
            })
    void says_nothing_of_a_mapping_that_means_what_it_says(String mapping) {
        assertThat(warnings(mapping)).isEmpty();
    }

    @Test
    void says_only_so_much() {
        ArrayNode literals = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            literals.add("$.x");
        }

        assertThat(Mapping.compile(JsonNodeFactory.instance.objectNode().set("a", literals))
                        .warnings())
                .hasSize(200);
    }

    @Test
    void an_invalid_mapping_is_checked_as_well() {
        assertThat(warnings("{a: {'@bad': 1}, b: '$.x'}"))
                .extracting(MappingWarning::code)
                .containsExactly("literal-looks-like-directive");
    }
}

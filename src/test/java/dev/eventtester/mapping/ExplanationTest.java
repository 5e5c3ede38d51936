package dev.eventtester.mapping;

import static dev.eventtester.mapping.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    private static Resolution explain(String mapping, String event) {
        return Mapping.compile(json(mapping)).explain(json(event), InstantSource.system());
    }

    @Test
    void tells_where_each_field_comes_from() {
        Resolution resolution = explain(
                "{event_name: {'@path': '$.event'}, user_id: {'@path': '$.userId'}, kind: 'order'}",
                "{event: 'Order Completed'}");

        assertThat(resolution.error()).isNull();
        assertThat(resolution.value()).isEqualTo(json("{event_name: 'Order Completed', kind: 'order'}"));
        assertThat(resolution.fields())
                .containsExactly(
                        new Provenance("event_name", "@path $.event", json("'Order Completed'"), null),
                        new Provenance(
                                "user_id", "@path $.userId", MissingNode.getInstance(), "the event has no userId"),
                        new Provenance("kind", "literal", json("'order'"), null));
    }

    @Test
    void tells_the_members_of_objects_apart() {
        Resolution resolution = explain("{context: {ip: {'@path': 'context.ip'}, os: {'@path': 'os'}}}", "{os: 'x'}");

        assertThat(resolution.fields())
                .extracting(Provenance::field, Provenance::because)
                .containsExactly(
                        tuple("context.ip", "the event has no context.ip"),
                        tuple("context.os", null),
                        tuple("context", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'@case': {operator: 'upper', value: {'@path': 'x.y'}}}   | the event has no x.y
        {'@case': {operator: 'upper'}}                            | @case has no value
        {'@replace': {pattern: 'a', value: ''}}                   | @replace has no value
        {'@excludeWhenNull': {'@path': 'nil'}}                    | it is null, which @excludeWhenNull leaves out
        {'@excludeWhenNull': {'@path': 'x'}}                      | the event has no x
        {'@json': {mode: 'ENCODE', value: {'@path': 'o'}}}        | @json knows the modes encode and decode, not "ENCODE"
        {'@if': {exists: {'@path': 'x'}, then: 1}}                | @if takes its else branch, which does not count or is not there
        {'@if': {exists: {'@path': 'o'}, else: 1}}                | @if takes its then branch, which does not count or is not there
        {'@transform': {apply: {a: 1}, mapping: {'@path': 'b'}}}  | the result of apply has no b
        {'@arrayPath': ['nope', {a: 1}]}                          | the event has no nope
        """)
    void tells_why_a_field_is_absent(String value, String because) {
        Resolution resolution = explain("{f: " + value + "}", "{nil: null, o: {k: 1}}");

        assertThat(resolution.value().has("f")).isFalse();
        assertThat(resolution.fields()).extracting(Provenance::because).containsExactly(because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'@template': 'Hi {{x}}'}                                              | @template Hi {{x}}
        {'@liquid': '{{ x }}'}                                                 | @liquid {{ x }}
        {'@case': {operator: 'lower', value: {'@path': '$.x'}}}                | @case of @path $.x
        {'@replace': {pattern: 'a', value: {'@path': '$.x'}}}                  | @replace of @path $.x
        {'@if': {exists: {'@path': '$.x'}, then: 1}}                           | @if exists @path $.x
        {'@if': {blank: {'@path': '$.x'}, then: 1}}                            | @if blank @path $.x
        {'@arrayPath': ['$.x', {a: 1}]}                                        | @arrayPath $.x
        {'@flatten': {separator: '.', value: {'@path': '$.x'}}}                | @flatten of @path $.x
        {'@json': {mode: 'encode', value: {'@path': '$.x'}}}                   | @json of @path $.x
        {'@merge': {direction: 'right', objects: []}}                          | @merge
        {'@excludeWhenNull': {'@path': '$.x'}}                                 | @excludeWhenNull of @path $.x
        {'@literal': {'@path': '$.x'}}                                         | @path $.x
        {'@path': {'@path': '$.p'}}                                            | @path made by @path $.p
        {'@template': {'@path': '$.p'}}                                        | @template made by @path $.p
        [1, {'@path': '$.x'}]                                                  | array
        """)
    void names_the_directive_and_its_source(String value, String from) {
        assertThat(explain("{f: " + value + "}", "{x: {a: 1}, p: 'x'}").fields())
                .extracting(Provenance::from)
                .containsExactly(from);
    }

    @Test
    void a_failure_names_its_field_and_carries_no_value() {
        Resolution resolution = explain("{a: 1, b: {'@path': {'@path': 'n'}}, c: 2}", "{n: 5}");

        assertThat(resolution.value().isMissingNode()).isTrue();
        assertThat(resolution.error()).isEqualTo("@path: expected string, got number");
        assertThat(resolution.fields())
                .isEqualTo(List.of(
                        new Provenance("b", "@path made by @path n", MissingNode.getInstance(), resolution.error())));
    }

    @Test
    void an_invalid_mapping_has_an_error_and_no_fields() {
        Resolution resolution = explain("{a: {'@bad': 1}}", "{}");

        assertThat(resolution.error()).isEqualTo("/a has an invalid directive: @bad.");
        assertThat(resolution.fields()).isEmpty();
    }

    @Test
    void a_root_transform_is_explained_by_the_fields_of_its_mapping() {
        Resolution resolution = explain(
                "{__segment_internal_directive: {'@transform': {apply: {u: {'@path': 'userId'}}}}, id: {'@path': 'u'}}",
                "{userId: 'u-1'}");

        assertThat(resolution.fields()).containsExactly(new Provenance("id", "@path u", json("'u-1'"), null));
    }

    @Test
    void a_mapping_that_is_one_directive_is_explained_as_a_whole() {
        assertThat(explain("{'@path': '$.traits'}", "{traits: {a: 1}}").fields())
                .containsExactly(new Provenance("", "@path $.traits", json("{a: 1}"), null));
        assertThat(explain("{'@path': '$.traits'}", "{}").fields())
                .containsExactly(
                        new Provenance("", "@path $.traits", MissingNode.getInstance(), "the event has no traits"));
    }

    @Test
    void items_of_arrays_are_not_fields() {
        assertThat(explain("{a: {'@arrayPath': ['l', {x: {'@path': 'y'}}]}}", "{l: [{y: 1}, {}]}")
                        .fields())
                .extracting(Provenance::field)
                .containsExactly("a");
    }
}

package dev.eventtester.mapping;

import static dev.eventtester.mapping.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T12:34:56.789Z"));

    private static JsonNode resolve(String mapping, String event) {
        return Mapping.compile(json(mapping)).resolve(json(event), CLOCK);
    }

    @Test
    void keeps_nothing_of_the_mapping_that_the_caller_can_change() {
        ObjectNode source = (ObjectNode) json("{a: {'@literal': {b: [1]}}, c: {'@path': 'x'}}");
        Mapping mapping = Mapping.compile(source);

        ((ObjectNode) source.at("/a/@literal")).put("b", "changed");
        ((ObjectNode) source.at("/c")).put("@path", "y");

        assertThat(mapping.resolve(json("{x: 1, y: 2}"), CLOCK)).isEqualTo(json("{a: {b: [1]}, c: 1}"));
    }

    @Test
    void a_changed_result_changes_neither_the_event_nor_the_next_result() {
        Mapping mapping = Mapping.compile(json("{a: {'@path': 'o'}, b: {'@literal': {k: [1]}}, c: {'@path': '$.'}}"));
        JsonNode event = json("{o: {x: [1, 2]}}");
        JsonNode before = event.deepCopy();
        JsonNode first = mapping.resolve(event, CLOCK);

        ((ArrayNode) first.at("/a/x")).removeAll();
        ((ArrayNode) first.at("/b/k")).add("more");
        ((ObjectNode) first.at("/c/o")).removeAll();

        assertThat(event).isEqualTo(before);
        assertThat(mapping.resolve(event, CLOCK)).isEqualTo(json("{a: {x: [1, 2]}, b: {k: [1]}, c: {o: {x: [1, 2]}}}"));
    }

    @Test
    void a_changed_rewrite_does_not_change_the_mapping() {
        Mapping mapping = Mapping.compile(
                json("{a: [{'@path': 'x', label: 1}], b: {'@if': {blank: {'@path': 'x'}, then: {k: 1}}}}"));

        mapping.warnings().forEach(warning -> ((ObjectNode) warning.rewrite()).removeAll());

        assertThat(mapping.resolve(json("{x: 1}"), CLOCK))
                .isEqualTo(json("{a: [{'@path': 'x', label: 1}], b: {k: 1}}"));
    }

    @Test
    void a_mapping_may_resolve_to_nothing() {
        assertThat(resolve("{'@path': '$.nope'}", "{}").isMissingNode()).isTrue();
    }

    @Test
    void elements_that_resolve_to_nothing_stay_missing() {
        JsonNode result = resolve("{a: [{'@path': 'nope'}, null]}", "{}");

        assertThat(result.at("/a")).hasSize(2);
        assertThat(result.get("a").get(0).isMissingNode()).isTrue();
        assertThat(result.get("a").get(1).isNull()).isTrue();
        assertThat(result).hasToString("{\"a\":[null,null]}");
    }

    @Test
    void a_missing_event_is_an_empty_one() {
        Mapping mapping = Mapping.compile(json("{a: {'@path': '$.x'}, b: 1}"));

        assertThat(mapping.resolve(MissingNode.getInstance(), CLOCK)).isEqualTo(json("{b: 1}"));
    }

    @ParameterizedTest
    @CsvSource({"[],array", "'''x''',string", "1,number", "null,null", "true,boolean"})
    void an_event_must_be_an_object(String event, String type) {
        assertThatThrownBy(() -> resolve("{a: {'@bad': 1}}", event))
                .isInstanceOf(MappingException.class)
                .hasMessage("data must be an object, got " + type);
    }

    @Test
    void anything_may_be_the_event_of_a_declared_request() {
        String request =
                "{url: {'@template': 'https://{{settings.host}}/v1/{{answers[0].id}}'}, json: {'@path': '$.payload'}}";
        String event =
                "{payload: {a: 1}, settings: {host: 'api.example.com'}, event: {type: 'track'}, answers: [{id: 7}]}";

        assertThat(resolve(request, event)).isEqualTo(json("{url: 'https://api.example.com/v1/7', json: {a: 1}}"));
    }

    @Test
    void reports_every_error_with_its_position() {
        Mapping mapping = Mapping.compile(json(
                "{'a/b': {'@path': 1}, m: {'@merge': {objects: [{x: {'@bad': 1}}]}}, " + "l: {'@arrayPath': [5]}}"));

        assertThat(mapping.errors())
                .containsExactly(
                        new MappingError(
                                "/a~1b/@path",
                                "/a/b/@path should be a string or a mapping directive but it is a number."),
                        new MappingError("/m/@merge/objects/0/x", "/x has an invalid directive: @bad."),
                        new MappingError(
                                "/l/@arrayPath/0",
                                "/l/@arrayPath should be a string or a mapping directive but it is a number."));
        assertThatThrownBy(() -> mapping.resolve(json("{}"), CLOCK))
                .isInstanceOf(MappingException.class)
                .hasMessage(String.join(
                        "\n",
                        mapping.errors().stream().map(MappingError::message).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "'text'", "5", "[{'@path': 'x'}]", "{'__segment_internal_directive': 7}"})
    void compiles_whatever_it_is_given(String mapping) {
        Mapping compiled = Mapping.compile(json(mapping));

        assertThat(compiled.warnings()).isNotNull();
        assertThat(compiled.explain(json("{}"), CLOCK)).isNotNull();
    }

    @Test
    void a_template_that_does_not_parse_fails_only_when_it_is_reached() {
        Mapping mapping = Mapping.compile(
                json("{a: {'@if': {exists: {'@path': 'x'}, then: 1, else: {'@liquid': '{% nope %}'}}}}"));

        assertThat(mapping.errors()).isEmpty();
        assertThat(mapping.resolve(json("{x: 1}"), CLOCK)).isEqualTo(json("{a: 1}"));
        assertThatThrownBy(() -> mapping.resolve(json("{}"), CLOCK)).isInstanceOf(MappingException.class);
    }

    @Test
    void takes_the_time_from_the_clock() {
        assertThat(resolve("{a: {'@liquid': \"{{ 'now' | date: '%Y-%m-%d' }}\"}}", "{}"))
                .isEqualTo(json("{a: '2024-05-01'}"));
    }

    @Test
    void many_threads_share_a_mapping() throws Exception {
        Mapping mapping = Mapping.compile(json("{a: {'@template': '{{{x}}}-{{y}}'}, b: {'@merge': {direction: 'left', "
                + "objects: [{'@path': 'o'}, {k: {'@path': 'x'}}]}}, c: {'@liquid': '{{ x | upcase }}'}}"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<JsonNode>> results = IntStream.range(0, 400)
                    .mapToObj(
                            i -> threads.submit(() -> mapping.resolve(json("{x: 'n" + i + "', y: " + i + "}"), CLOCK)))
                    .toList();
            for (int i = 0; i < 400; i++) {
                assertThat(results.get(i).get())
                        .isEqualTo(json("{a: 'n" + i + "-" + i + "', b: {k: 'n" + i + "'}, c: 'N" + i + "'}"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', textBlock = """
        {a: {'@path': '$.properties.plan'}}                                            ^ properties.plan
        {a: {'@path': "$.list[0]['x']"}}                                               ^ list.0.x
        {a: {'@template': '{{a.b}} {{{c}}}'}}                                          ^ a.b,c
        {a: {'@arrayPath': ['$.items', {id: {'@path': 'sku'}}]}}                       ^ items,items[].sku
        {a: {'@transform': {apply: {p: {'@path': 'x'}}, mapping: {q: {'@path': 'p'}}}}} ^ x
        {a: {'@path': {'@path': 'pointer'}}}                                           ^ pointer
        [{'@path': 'x'}]                                                               ^ x
        {a: {'@liquid': '{{ a.b | append: c["d e"] | default: 5, allow_false: true }}'}}   ^ a.b,c.d e
        {a: {'@liquid': '{% assign q = x.y %}{% if q contains "z.z" and n > 3 %}{{ q }}{% endif %}'}} ^ x.y,q,n
        """)
    void knows_the_paths_that_it_reads(String mapping, String paths) {
        assertThat(Mapping.compile(json(mapping)).paths()).containsExactly(paths.split(","));
    }

    @Test
    void the_whole_event_is_the_empty_path() {
        assertThat(Mapping.compile(json("{a: {'@path': '$.'}}")).paths()).containsExactly("");
    }
}

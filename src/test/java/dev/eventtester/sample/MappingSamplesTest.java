package dev.eventtester.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.Event;
import dev.eventtester.event.Product;
import dev.eventtester.field.FieldSet;
import dev.eventtester.trigger.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingSamplesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final String TRACK = "type = \"track\"";

    private static JsonNode json(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Sample sample(Product product, String trigger, String mapping, String fields) {
        return SampleEvents.forMapping(
                Wanted.of(product, null),
                Trigger.parse(trigger),
                json(mapping),
                FieldSet.of(json(fields)),
                CLOCK,
                new Random(9));
    }

    private static Sample sample(String trigger, String mapping, String fields) {
        return sample(Product.CONNECTIONS, trigger, mapping, fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: 'string'",
                "type: 'text'",
                "type: 'password'",
                "type: 'number'",
                "type: 'integer'",
                "type: 'boolean'",
                "type: 'datetime'",
                "type: 'object'",
                "type: 'string', multiple: true",
                "type: 'number', multiple: true",
                "type: 'object', multiple: true, properties: {a: {label: 'A', type: 'integer', required: true}}",
                "type: 'object', properties: {a: {label: 'A', type: 'string', format: 'email', required: true}, b:"
                        + " {label: 'B', type: 'datetime'}}",
                "type: 'string', choices: ['north', 'south']",
                "type: 'number', choices: [{label: 'One', value: 1}]",
                "type: 'string', multiple: true, choices: ['a', 'b']",
                "type: 'number', minimum: 1000, maximum: 1001",
                "type: 'integer', minimum: -5, maximum: -5",
                "type: 'string', minimum: 200",
                "type: 'string', maximum: 3",
                "type: 'number', format: 'int32'"
            })
    void a_field_gets_what_it_takes(String definition) {
        Sample sample = sample(
                TRACK,
                "{f: {'@path': '$.properties.some.thing'}}",
                "{f: {label: 'F', required: true, " + definition + "}}");

        assertThat(sample.notes()).isEmpty();
        assertThat(sample.event().at("/properties/some/thing").isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "uri",
                "url",
                "uri-reference",
                "uri-template",
                "hostname",
                "date",
                "date-time",
                "date-like",
                "time",
                "duration",
                "ipv4",
                "ipv6",
                "uuid",
                "regex",
                "byte",
                "json-pointer",
                "relative-json-pointer",
                "json-pointer-uri-fragment"
            })
    void a_format_is_kept(String format) {
        Sample sample = sample(
                TRACK,
                "{f: {'@path': '$.properties.thing'}}",
                "{f: {label: 'F', type: 'string', required: true, format: '" + format + "'}}");

        assertThat(sample.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "billing_email, [^@]+@example[.]com",
        "mobilePhone, [+]120255501[0-9]{2}",
        "homepageUrl, https://www[.]example[.]com/.*",
        "ip, 203[.]0[.]113[.][0-9]+",
        "currency, USD",
        "totalPrice, 49[.]95",
        "quantity, 2",
        "createdAt, 2026-01-02T03:04:05[.]000Z",
        "country_code, US",
        "isActive, true",
        "order_id, order_[0-9a-f]{12}",
        "favoriteThing, Sample favorite thing"
    })
    void a_name_tells_what_belongs_there(String name, String expected) {
        Sample sample = sample(TRACK, "{f: {'@liquid': '{{ properties." + name + " }}'}}", "{}");

        assertThat(sample.event().path("properties").path(name).asText()).matches(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{f: {'@path': 'properties.x'}}                                               | /properties/x",
                "{f: {'@path': {'@path': 'properties.x'}}}                                    | /properties/x",
                "{f: {'@template': '{{{properties.x}}} and {{ traits.y }}'}}                  | /traits/y",
                "{f: {'@case': {operator: 'upper', value: {'@path': '$.properties.x'}}}}      | /properties/x",
                "{f: {'@replace': {pattern: 'a', value: {'@path': '$.properties.x'}}}}        | /properties/x",
                "{f: {'@json': {mode: 'encode', value: {'@path': '$.properties.x'}}}}         | /properties/x",
                "{f: {'@flatten': {separator: '.', value: {'@path': '$.properties.x'}}}}      | /properties/x/sample",
                "{f: {'@literal': {'@path': '$.properties.x'}}}                               | /properties/x",
                "{f: {'@excludeWhenNull': {'@path': '$.properties.x'}}}                       | /properties/x",
                "{f: {'@merge': {direction: 'right', objects: [{'@path': '$.properties.x'}]}}} | /properties/x",
                "{f: {'@liquid': '{% if traits.z %}{{ properties.x }}{% endif %}'}}  | /traits/z",
                "{f: {'@arrayPath': ['$.properties.list', {q: {'@path': '$.quantity'}}]}}     |"
                        + " /properties/list/0/quantity",
                "{f: {'@arrayPath': ['$.properties', {id: {'@path': '$.product_id'}}]}} | /properties/product_id",
                "{f: {'@arrayPath': ['$.properties.list']}}                                   | /properties/list",
                "{f: [{g: {'@path': '$.properties.x[1].y'}}]}                                 | /properties/x/1/y",
                "{f: {'@if': {exists: {'@path': '$.properties.x'}, then: 1}}}                 | /properties/x",
                "{f: {'@if': {blank: {'@path': '$.properties.x'}, else: {'@path': 'traits.y'}}}} | /traits/y",
                "{__segment_internal_directive: {'@transform': {apply: {a: {'@path': '$.properties.x'}}}}, f:"
                        + " {'@path': '$.a.b'}} | /properties/x/b"
            })
    void whatever_directive_reads_a_place_it_is_filled(String mapping, String place) {
        assertThat(sample(TRACK, mapping, "{}").event().at(place).isMissingNode())
                .isFalse();
    }

    @Test
    void what_a_condition_guards_fits_the_field() {
        Sample sample = sample(
                TRACK,
                "{f: {'@if': {exists: {'@path': '$.properties.x'}, then: {'@path': '$.properties.x'},"
                        + " else: {'@path': '$.properties.y'}}}}",
                "{f: {label: 'F', type: 'integer', required: true}}");

        assertThat(sample.fits()).isTrue();
        assertThat(sample.event().at("/properties/x").isIntegralNumber()).isTrue();
        assertThat(sample.event().path("properties").has("y")).isFalse();
    }

    @Test
    void the_other_branch_is_filled_where_the_trigger_forbids_the_first() {
        Sample sample = sample(
                "properties.x = null",
                "{f: {'@if': {exists: {'@path': '$.properties.x'}, then: {'@path': '$.properties.x'},"
                        + " else: {'@path': '$.properties.y'}}}}",
                "{f: {label: 'F', type: 'integer', required: true}}");

        assertThat(sample.fits()).isTrue();
        assertThat(sample.event().at("/properties/y").isIntegralNumber()).isTrue();
    }

    @Test
    void two_fields_share_a_place() {
        Sample sample = sample(
                TRACK,
                "{a: {'@path': '$.properties.x'}, b: {'@path': '$.properties.x'}}",
                "{a: {label: 'A', type: 'string', required: true}, b: {label: 'B', type: 'number', required: true}}");

        assertThat(sample.fits()).isTrue();
    }

    @Test
    void trigger_and_field_agree_on_a_value() {
        Sample sample = sample(
                "contains(properties.email, \"+vip\") and properties.size > 10",
                "{email: {'@path': '$.properties.email'}, size: {'@path': '$.properties.size'}}",
                "{email: {label: 'E', type: 'string', format: 'email', required: true},"
                        + " size: {label: 'S', type: 'integer', required: true, maximum: 12}}");

        assertThat(sample.notes()).isEmpty();
    }

    @Test
    void a_field_that_the_trigger_starves_is_told() {
        Sample sample = sample(
                "properties.email = null",
                "{email: {'@path': '$.properties.email'}}",
                "{email: {label: 'Email', type: 'string', required: true}}");

        assertThat(sample.fits()).isFalse();
        assertThat(sample.notes()).containsExactly("The root value is missing the required field 'email'.");
    }

    @Test
    void a_mapping_that_does_not_compile_is_told() {
        Sample sample = sample(TRACK, "{f: {'@nonsense': 1}}", "{}");

        assertThat(sample.fits()).isFalse();
        assertThat(sample.notes()).singleElement().asString().contains("@nonsense");
        assertThat(sample.event().path("type").asText()).isEqualTo("track");
    }

    @ParameterizedTest
    @CsvSource({"add, new", "update, updated", "upsert, new", "mirror, new", "delete, deleted"})
    void a_row_changes_as_the_sync_mode_wants(String mode, String event) {
        Sample sample = sample(Product.REVERSE_ETL, TRACK, "{__segment_internal_sync_mode: '" + mode + "'}", "{}");

        assertThat(sample.event().path("event").asText()).isEqualTo(event);
    }

    @Test
    void a_deleted_row_has_only_what_is_needed() {
        Sample sample = sample(
                Product.REVERSE_ETL,
                "event = \"deleted\"",
                "{mail: {'@path': '$.properties.email'}, plan: {'@path': '$.properties.plan'}}",
                "{mail: {label: 'M', type: 'string', required: true}, plan: {label: 'P', type: 'string'}}");

        assertThat(sample.fits()).isTrue();
        JsonNode columns = sample.event().path("properties");
        assertThat(columns.path("email").isTextual()).isTrue();
        assertThat(columns.path("id").isTextual()).isTrue();
        assertThat(columns.path("plan").isNull()).isTrue();
        assertThat(columns.path("created_at").isNull()).isTrue();
    }

    @Test
    void who_exits_an_audience_is_no_member() {
        Sample sample = sample(Product.LINKED_AUDIENCES, "event = \"Audience Exited\"", "{}", "{}");

        String key = sample.event().at("/context/personas/computation_key").asText();
        assertThat(sample.event().path("properties").path(key).isBoolean()).isTrue();
        assertThat(sample.event().path("properties").path(key).booleanValue()).isFalse();
    }

    @Test
    void a_sample_is_never_larger_than_an_event_may_be() {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 200; i++) {
            mapping.putObject("f" + i).put("@path", "$.properties.p" + i + "[40].deep");
            fields.putObject("f" + i).put("label", "F").put("type", "string").put("minimum", 900);
        }

        Sample sample = sample(TRACK, mapping.toString(), fields.toString());

        assertThat(Event.isTooLarge(sample.event().toString())).isFalse();
        assertThat(sample.event().path("type").asText()).isEqualTo("track");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2]", "[2].x"})
    void lists_in_lists_do_not_multiply(String step) {
        String path = "$.properties.p" + step.repeat(30);

        Sample sample =
                sample(TRACK, "{f: {'@path': '" + path + "'}}", "{f: {label: 'F', type: 'string', required: true}}");

        assertThat(Event.isTooLarge(sample.event().toString())).isFalse();
    }
}

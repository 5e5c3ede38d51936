package dev.eventtester.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.field.FieldChange.Kind;
import dev.eventtester.json.JsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSetTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final FieldSet ORDER = FieldSet.of(json("""
        {"id": {"label": "ID", "type": "string", "required": true},
         "note": {"type": "string"},
         "total": {"label": "Total", "type": "number", "minimum": 1},
         "tags": {"type": "string", "multiple": true},
         "buyer": {"label": "Buyer", "type": "object", "properties": {
               "name": {"type": "string"}, "age": {"type": "integer"}}},
         "extra": {"label": "Extra", "type": "object"}}\
        """));

    @Test
    void tells_each_value_that_it_changed_and_why() {
        List<FieldChange> changes = new ArrayList<>();

        Validation validation = ORDER.validate(json("""
            {"id": 7, "note": "", "total": null, "tags": ["a", null], "unknown": 1,
             "buyer": {"name": null, "age": "31", "shoe": 44}}\
            """), changes);

        assertThat(payload(validation)).isEqualTo(json("{\"id\": \"7\", \"tags\": [\"a\"], \"buyer\": {\"age\": 31}}"));
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        coerced("/id", "7", "\"7\""),
                        dropped("/note", Kind.EMPTY_TEXT_DROPPED, "\"\""),
                        dropped("/total", Kind.NULL_DROPPED, "null"),
                        dropped("/tags/1", Kind.ITEM_REMOVED, "null"),
                        dropped("/unknown", Kind.UNKNOWN_KEY_DROPPED, "1"),
                        dropped("/buyer/name", Kind.NULL_DROPPED, "null"),
                        coerced("/buyer/age", "\"31\"", "31"),
                        dropped("/buyer/shoe", Kind.CLOSED_OBJECT_DROPPED, "44"));
    }

    @Test
    void tells_that_a_lone_value_became_a_list() {
        List<FieldChange> changes = new ArrayList<>();

        ORDER.validate(json("{\"id\": \"1\", \"tags\": \"a\"}"), changes);

        assertThat(changes).containsExactly(coerced("/tags", "\"a\"", "[\"a\"]"));
    }

    @Test
    void tells_nothing_of_a_payload_that_stays_as_it_is() {
        List<FieldChange> changes = new ArrayList<>();

        Validation validation = ORDER.validate(json("{\"id\": \"1\", \"extra\": {\"a\": [null, \"\"]}}"), changes);

        assertThat(payload(validation)).isEqualTo(json("{\"id\": \"1\", \"extra\": {\"a\": [null, \"\"]}}"));
        assertThat(changes).isEmpty();
    }

    @Test
    void names_the_field_of_each_error() {
        Validation validation = ORDER.validate(json("{\"total\": 0, \"buyer\": {\"age\": \"old\"}}"));

        assertThat(validation.isValid()).isFalse();
        assertThat(validation.errors())
                .containsExactly(
                        new FieldError("id", "", "The root value is missing the required field 'id'."),
                        new FieldError("total", "/total", "Total must be equal to or greater than 1."),
                        new FieldError(
                                "buyer",
                                "/buyer/age",
                                "The value at /buyer/age must be an integer but it was a string."));
        assertThat(validation.message())
                .isEqualTo(
                        "The root value is missing the required field 'id'. Total must be equal to or greater than 1."
                                + " The value at /buyer/age must be an integer but it was a string.");
    }

    @Test
    void keeps_empty_text_in_the_batch_path_only() {
        assertThat(payload(ORDER.validateInBatch(json("{\"id\": \"\"}")))).isEqualTo(json("{\"id\": \"\"}"));
        assertThat(ORDER.validate(json("{\"id\": \"\"}")).isValid()).isFalse();
    }

    @Test
    void lets_everything_pass_without_fields() {
        FieldSet none = FieldSet.of(json("{}"));

        assertThat(payload(none.validate(json("{\"a\": null, \"b\": \"\"}"))))
                .isEqualTo(json("{\"a\": null, \"b\": \"\"}"));
        assertThat(payload(none.validate(json("5")))).isEqualTo(json("5"));
        assertThat(payload(none.validate(MissingNode.getInstance()))).isEqualTo(MissingNode.getInstance());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        5      | The root value must be an object but it was a number.
        []     | The root value must be an object but it was an array.
        "text" | The root value must be an object but it was a string.
        null   | The root value must be an object but it was undefined.
        """)
    void refuses_a_payload_that_is_no_object(String payload, String message) {
        assertThat(ORDER.validate(json(payload)).message()).isEqualTo(message);
    }

    @Test
    void refuses_an_undefined_payload() {
        assertThat(ORDER.validate(MissingNode.getInstance()).message())
                .isEqualTo("The root value must be an object but it was undefined.");
    }

    @Test
    void lets_empty_settings_pass_and_drops_unknown_ones() {
        FieldSet settings = FieldSet.of(
                json("{\"key\": {\"type\": \"password\", \"required\": true}, \"port\": {\"type\": \"number\"},"
                        + " \"on\": {\"type\": \"boolean\"}}"));

        Validation validation =
                settings.validateSettings(json("{\"key\": \"\", \"port\": \"80\", \"on\": null, \"old\": 1}"));

        assertThat(payload(validation)).isEqualTo(json("{\"key\": \"\", \"port\": 80, \"on\": false}"));
        assertThat(settings.validateSettings(json("{\"key\": null}")).isValid()).isTrue();
        assertThat(settings.validateSettings(json("{}")).message())
                .isEqualTo("The root value is missing the required field 'key'.");
    }

    @Test
    void refuses_a_free_form_value_that_is_too_deep() {
        ObjectNode payload = JSON.createObjectNode().put("id", "1");
        payload.set("extra", nested(10_000));

        Validation validation = ORDER.validate(payload);

        assertThat(validation.errors())
                .containsExactly(new FieldError(
                        "extra", "/extra", "Extra exceeds the limit of " + JsJson.MAX_DEPTH + " nested levels."));
    }

    @Test
    void refuses_what_is_too_deep_beside_declared_members() {
        FieldSet open = FieldSet.of(
                json("{\"o\": {\"type\": \"object\", \"additionalProperties\": true, \"properties\": {\"a\":"
                        + " {\"type\": \"string\"}}}}"));
        ObjectNode payload = JSON.createObjectNode();
        payload.putObject("o").set("b", nested(10_000));

        assertThat(open.validate(payload).message())
                .isEqualTo("The value at /o/b exceeds the limit of " + JsJson.MAX_DEPTH + " nested levels.");
    }

    @Test
    void stops_telling_errors_at_a_limit() {
        FieldSet numbers = FieldSet.of(json("{\"n\": {\"type\": \"number\", \"multiple\": true}}"));
        ArrayNode texts = JSON.createArrayNode();
        for (int i = 0; i < 5000; i++) {
            texts.add("x");
        }

        List<FieldError> errors =
                numbers.validate(JSON.createObjectNode().set("n", texts)).errors();

        assertThat(errors).hasSize(1001);
        assertThat(errors.get(999).pointer()).isEqualTo("/n/999");
        assertThat(errors.get(1000).message()).isEqualTo("The payload exceeds the limit of 1000 errors.");
    }

    @Test
    void removes_many_empty_items_in_one_pass() {
        FieldSet numbers = FieldSet.of(json("{\"n\": {\"type\": \"number\", \"multiple\": true}}"));
        ArrayNode items = JSON.createArrayNode();
        for (int i = 0; i < 300_000; i++) {
            items.addNull();
        }
        items.add(1);

        Validation validation = numbers.validate(JSON.createObjectNode().set("n", items));

        assertThat(payload(validation)).isEqualTo(json("{\"n\": [1]}"));
    }

    @Test
    void takes_numbers_beyond_all_bounds_as_the_reference_does() {
        FieldSet number = FieldSet.of(json("{\"n\": {\"type\": \"number\", \"maximum\": 5}}"));

        assertThat(payload(number.validate(json("{\"n\": \"Infinity\"}")))
                        .get("n")
                        .doubleValue())
                .isInfinite();
        assertThat(number.validate(json("{\"n\": 1e999}")).message())
                .isEqualTo("The value at /n must be a number but it was a number.");
    }

    private static JsonNode nested(int levels) {
        JsonNode value = JSON.createObjectNode();
        for (int i = 1; i < levels; i++) {
            value = JSON.createObjectNode().set("a", value);
        }
        return value;
    }

    private static JsonNode payload(Validation validation) {
        assertThat(validation).isInstanceOf(Validation.Valid.class);
        return ((Validation.Valid) validation).payload();
    }

    private static FieldChange dropped(String pointer, Kind kind, String before) {
        return new FieldChange(pointer, kind, json(before), MissingNode.getInstance());
    }

    private static FieldChange coerced(String pointer, String before, String after) {
        return new FieldChange(pointer, Kind.COERCED, json(before), json(after));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

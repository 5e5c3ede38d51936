package dev.eventtester.field.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.field.FieldSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldDefinitionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void reads_all_that_a_field_declares() throws IOException {
        FieldDefinition field = FieldDefinition.of(JSON.readTree("""
            {"label": "Color", "description": "The color.", "type": "string", "required": true, "multiple": true,
             "allowNull": true, "choices": ["red", {"label": "Green", "value": "g"}], "format": "text",
             "minimum": 2, "maximum": 9, "default": {"@path": "$.color"}, "dynamic": true, "unsafe_hidden": true,
             "placeholder": "red"}\
            """));

        assertThat(field.label()).isEqualTo("Color");
        assertThat(field.description()).isEqualTo("The color.");
        assertThat(field.type()).isEqualTo(FieldType.STRING);
        assertThat(field.isRequired()).isTrue();
        assertThat(field.multiple()).isTrue();
        assertThat(field.allowNull()).isTrue();
        assertThat(field.choices())
                .extracting(
                        FieldDefinition.Choice::label, choice -> choice.value().textValue())
                .containsExactly(tuple("red", "red"), tuple("Green", "g"));
        assertThat(field.format()).contains("text");
        assertThat(field.minimum()).contains(2.0);
        assertThat(field.maximum()).contains(9.0);
        assertThat(field.defaultValue()).isEqualTo(JSON.readTree("{\"@path\": \"$.color\"}"));
        assertThat(field.dynamic()).isTrue();
        assertThat(field.hidden()).isTrue();
        assertThat(field.placeholder()).isEqualTo("red");
        assertThat(field.properties()).isEmpty();
        assertThat(field.additionalProperties()).isFalse();
    }

    @Test
    void reads_nested_fields_in_order() throws IOException {
        FieldDefinition field = FieldDefinition.of(JSON.readTree("""
            {"type": "object", "additionalProperties": true,
             "properties": {"z": {"type": "text"}, "a": {"type": "datetime"}}}\
            """));

        assertThat(field.properties().orElseThrow().keySet()).containsExactly("z", "a");
        assertThat(field.additionalProperties()).isTrue();
        assertThat(field.required()).isEqualTo(Requirement.NEVER);
        assertThat(field.defaultValue().isMissingNode()).isTrue();
    }

    @Test
    void reads_conditions() throws IOException {
        FieldDefinition field = FieldDefinition.of(JSON.readTree("""
            {"type": "string", "required": {"match": "any", "conditions": [
              {"fieldKey": "a", "operator": "is", "value": 1}, {"fieldKey": "b.c", "operator": "is_not"}]}}\
            """));

        Requirement.When when = (Requirement.When) field.required();
        assertThat(when.any()).isTrue();
        assertThat(when.conditions())
                .extracting(Requirement.Condition::fieldKey)
                .containsExactly("a", "b.c");
        assertThat(when.conditions().get(1).value().isMissingNode()).isTrue();
        assertThat(field.isRequired()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        5                                                | fields.a must be an object
        {}                                               | fields.a has no type
        {"type": "array"}                                | fields.a has the unknown type "array"
        {"type": "string", "label": 5}                   | fields.a has a label that is not a text
        {"type": "number", "minimum": "5"}               | fields.a has a minimum that is not a number
        {"type": "string", "choices": "red"}             | fields.a has choices that are not a non-empty list
        {"type": "string", "choices": []}                | fields.a has choices that are not a non-empty list
        {"type": "string", "required": {}}               | fields.a has a conditional requirement without conditions
        {"type": "object", "properties": 5}              | fields.a.properties must be an object of field definitions
        {"type": "object", "properties": {"b": {}}}      | fields.a.properties.b has no type
        {"type": "string", "format": ""}                 | unknown format "" ignored in schema at path "#/properties/a"
        {"type": "string", "minimum": -1}                | schema is invalid: data/properties/a/minLength must be >= 0
        """)
    void refuses_a_wrong_definition_by_name(String definition, String message) throws IOException {
        assertRefused(definition, message);
    }

    private static void assertRefused(String definition, String message) throws IOException {
        JsonNode fields = JSON.createObjectNode().set("a", JSON.readTree(definition));

        assertThatThrownBy(() -> FieldSet.of(fields))
                .isInstanceOf(InvalidFieldDefinitionException.class)
                .hasMessage(message);
    }

    @Test
    void refuses_an_unknown_format_by_its_place() throws IOException {
        assertRefused(
                """
                {"type": "object", "properties": {"b c": {"type": "string", "format": "x"}}}\
                """,
                "unknown format \"x\""
                        + " ignored in"
                        + " schema at"
                        + " path"
                        + " \"#/properties/a/properties/b%20c\"");
    }

    @Test
    void refuses_bounds_that_no_length_can_have() throws IOException {
        assertRefused(
                """
                {"type": "string", "maximum": -2.5}\
                """,
                "schema is invalid: data/properties/a/maxLength must be integer,"
                        + " data/properties/a/maxLength must be >= 0");
    }

    @Test
    void refuses_choices_that_are_equal() throws IOException {
        assertRefused(
                """
                {"type": "string", "choices": ["x", "x", "x"]}\
                """,
                "schema is invalid: data/properties/a/enum must NOT have duplicate items"
                        + " (items ## 1 and 2 are identical)");
        assertRefused(
                """
                {"type": "string", "allowNull": true, "choices": ["x", {"label": "-", "value": null}]}\
                """,
                "schema is invalid: data/properties/a/enum must NOT have duplicate items"
                        + " (items ## 1 and 2 are identical)");
        assertRefused(
                """
                {"type": "string", "multiple": true, "choices": ["x", "x"]}\
                """,
                "schema is invalid: data/properties/a/items/enum must NOT have duplicate items"
                        + " (items ## 0 and 1 are identical), data/properties/a/items must be array,"
                        + " data/properties/a/items must match a schema in anyOf");
    }

    @Test
    void refuses_fields_that_nest_too_deep() {
        ObjectNode fields = JSON.createObjectNode();
        ObjectNode level = fields;
        for (int i = 0; i < 5000; i++) {
            level = level.putObject("a").put("type", "object").putObject("properties");
        }

        assertThatThrownBy(() -> FieldSet.of(fields))
                .isInstanceOf(InvalidFieldDefinitionException.class)
                .hasMessageEndingWith("exceed the limit of 64 nested levels");
    }

    @Test
    void refuses_a_choice_that_nests_too_deep() {
        ObjectNode choice = JSON.createObjectNode();
        ObjectNode level = choice;
        for (int i = 0; i < 5000; i++) {
            level = level.putObject("value");
        }
        ObjectNode fields = JSON.createObjectNode();
        fields.putObject("a").put("type", "object").putArray("choices").add(choice);

        assertThatThrownBy(() -> FieldSet.of(fields))
                .isInstanceOf(InvalidFieldDefinitionException.class)
                .hasMessage("fields.a has a value that exceeds the limit of 64 nested levels");
    }

    @Test
    void is_not_touched_by_later_changes_to_what_it_was_made_of() {
        List<FieldDefinition.Choice> choices = new ArrayList<>();
        FieldDefinition field = definition(choices);

        choices.add(new FieldDefinition.Choice("x", JSON.createObjectNode()));

        assertThat(field.choices()).isEmpty();
    }

    @Test
    void compiles_all_fields_of_the_recorded_destinations() throws IOException {
        int compiled = 0;
        try (InputStream manifest = getClass().getResourceAsStream("/conformance/destinations-manifest.json")) {
            for (JsonNode destination : JSON.readTree(manifest)) {
                compiled += FieldSet.of(destination.path("authentication").path("fields"))
                        .definitions()
                        .size();
                for (JsonNode action : destination.path("actions")) {
                    compiled += FieldSet.of(action.path("fields")).definitions().size();
                }
            }
        }
        assertThat(compiled).isEqualTo(199);
    }

    private static FieldDefinition definition(List<FieldDefinition.Choice> choices) {
        return new FieldDefinition(
                "",
                FieldType.STRING,
                "",
                Requirement.NEVER,
                false,
                false,
                choices,
                Optional.of(Map.of()),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JSON.missingNode(),
                false,
                false,
                "");
    }
}

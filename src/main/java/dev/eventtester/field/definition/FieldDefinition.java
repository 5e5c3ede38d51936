package dev.eventtester.field.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of an action, or one setting of a destination, as its author declares it. Immutable.
 *
 * @param label the name shown to people and in messages; empty when there is none
 * @param description empty when there is none
 * @param required when the field must be present
 * @param multiple whether the value is a list of {@code type}
 * @param allowNull whether null is a value of its own
 * @param choices the only values allowed, in order; empty allows all
 * @param properties nested fields of an {@code object}, in order; absent leaves the object free-form
 * @param additionalProperties whether an object with {@code properties} keeps other members too
 * @param format name of a text or number format, absent for none
 * @param minimum least number, or least length of a text in code points
 * @param maximum greatest number, or greatest length of a text in code points
 * @param defaultValue pre-fills a form and is never applied to a payload;
 *     {@link com.fasterxml.jackson.databind.node.MissingNode} when there is none
 * @param dynamic whether the choices are asked of the destination
 * @param hidden whether forms leave the field out
 * @param placeholder empty when there is none
 */
public record FieldDefinition(
        String label,
        FieldType type,
        String description,
        Requirement required,
        boolean multiple,
        boolean allowNull,
        List<Choice> choices,
        Optional<Map<String, FieldDefinition>> properties,
        boolean additionalProperties,
        Optional<String> format,
        Optional<Double> minimum,
        Optional<Double> maximum,
        JsonNode defaultValue,
        boolean dynamic,
        boolean hidden,
        String placeholder) {

    /** How many levels of fields, and of members of a choice or default, a definition may have. */
    public static final int MAX_DEPTH = 64;

    public FieldDefinition {
        choices = List.copyOf(choices);
        properties = properties.map(LinkedHashMap::new).map(Collections::unmodifiableMap);
    }

    /**
     * One allowed value and the name shown for it.
     *
     * @param label the name; the value's text when the author gave none
     */
    public record Choice(String label, JsonNode value) {}

    /** Whether the field must always be present. */
    public boolean isRequired() {
        return required instanceof Requirement.Always;
    }

    /**
     * Reads a definition as actions declare it: {@code {"label": …, "type": …, …}}. Members that this record does not
     * have are ignored.
     *
     * @throws InvalidFieldDefinitionException naming what is wrong
     */
    public static FieldDefinition of(JsonNode json) {
        return new DefinitionReader().read(json, "field");
    }

    /**
     * Reads an object of definitions by key, in order; undefined and null are no definitions.
     *
     * @throws InvalidFieldDefinitionException naming the key and what is wrong
     */
    public static Map<String, FieldDefinition> allOf(JsonNode json) {
        return JsType.isNullish(json) ? Map.of() : new DefinitionReader().readAll(json, "fields");
    }
}

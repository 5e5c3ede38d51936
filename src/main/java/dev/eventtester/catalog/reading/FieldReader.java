package dev.eventtester.catalog.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.catalog.yaml.YamlObject;
import dev.eventtester.catalog.yaml.YamlValue;
import dev.eventtester.field.FieldSet;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.field.definition.InvalidFieldDefinitionException;
import dev.eventtester.field.definition.Requirement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of an action and the settings of a destination. */
public final class FieldReader {

    private static final Set<String> KEYS = Set.of(
            "label",
            "description",
            "type",
            "required",
            "multiple",
            "allowNull",
            "choices",
            "properties",
            "additionalProperties",
            "format",
            "minimum",
            "maximum",
            "default",
            "placeholder",
            "hidden");
    private static final Set<String> REQUIRED_KEYS = Set.of("match", "conditions");
    private static final Set<String> CONDITION_KEYS = Set.of("fieldKey", "operator", "value");
    private static final Set<String> CHOICE_KEYS = Set.of("label", "value");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");

    private FieldReader() {}

    /** All fields under a key, compiled; empty where something is wrong with them. */
    public static FieldSet read(YamlValue fields, String what) {
        Map<String, FieldDefinition> definitions = new LinkedHashMap<>();
        int before = fields.problemsSoFar();
        fields.members(what).forEach((key, value) -> definitions.put(key, field(key, value)));
        try {
            return FieldSet.of(fields.problemsSoFar() == before ? definitions : Map.of());
        } catch (InvalidFieldDefinitionException e) {
            fields.problem(e.getMessage());
            return FieldSet.of(Map.of());
        }
    }

    private static FieldDefinition field(String key, YamlValue value) {
        int before = value.problemsSoFar();
        check(key, value);
        if (value.problemsSoFar() > before) {
            return null;
        }
        try {
            FieldDefinition definition = FieldDefinition.of(value.json());
            FieldSet.of(Map.of(key, withoutConditions(definition)));
            return definition;
        } catch (InvalidFieldDefinitionException e) {
            value.problem("the field \"" + key + "\" cannot be used: " + e.getMessage());
            return null;
        }
    }

    private static void check(String key, YamlValue value) {
        if (!KEY.matcher(key).matches()) {
            value.problem("\"" + key + "\" is not a name for a field: letters, digits, _, $ and - are");
        }
        YamlObject field = value.object("the field \"" + key + "\"", KEYS);
        field.text("label");
        field.text("type");
        field.text("description", "");
        field.text("format", "");
        field.text("placeholder", "");
        for (String flag : Set.of("multiple", "allowNull", "additionalProperties", "hidden")) {
            field.flag(flag, false);
        }
        field.value("required").ifPresent(FieldReader::checkRequired);
        field.value("choices").ifPresent(FieldReader::checkChoices);
        field.value("default").ifPresent(given -> checkDefault(field, given));
        field.value("properties")
                .ifPresent(nested -> nested.members("\"properties\" of " + key).forEach(FieldReader::check));
    }

    private static void checkDefault(YamlObject field, YamlValue given) {
        JsonNode json = Directives.checked("default", given);
        Set<JsonNode> values = new LinkedHashSet<>();
        field.value("choices")
                .map(YamlValue::json)
                .ifPresent(choices ->
                        choices.forEach(choice -> values.add(choice.isObject() ? choice.path("value") : choice)));
        if (json.isValueNode() && !values.isEmpty() && !values.contains(json)) {
            given.problem("the default " + json + " is none of the choices");
        }
    }

    private static void checkRequired(YamlValue required) {
        if (required.isFlag()) {
            return;
        }
        YamlObject object = required.object("\"required\"", REQUIRED_KEYS);
        object.required("conditions").ifPresent(conditions -> {
            for (YamlValue condition : conditions.items("\"conditions\"")) {
                YamlObject read = condition.object("a condition", CONDITION_KEYS);
                read.text("fieldKey");
                read.text("operator");
            }
        });
    }

    private static void checkChoices(YamlValue choices) {
        for (YamlValue choice : choices.items("\"choices\"")) {
            JsonNode json = choice.json();
            if (json.isObject()) {
                YamlObject object = choice.object("a choice", CHOICE_KEYS);
                object.text("label");
                object.required("value");
            } else if (!json.isTextual()) {
                choice.problem("a choice must be a text, or an object with label and value");
            }
        }
    }

    // A condition may name another field, so it can only be compiled together with all of them.
    private static FieldDefinition withoutConditions(FieldDefinition field) {
        return new FieldDefinition(
                field.label(),
                field.type(),
                field.description(),
                Requirement.NEVER,
                field.multiple(),
                field.allowNull(),
                field.choices(),
                field.properties(),
                field.additionalProperties(),
                field.format(),
                field.minimum(),
                field.maximum(),
                field.defaultValue(),
                field.dynamic(),
                field.hidden(),
                field.placeholder());
    }
}

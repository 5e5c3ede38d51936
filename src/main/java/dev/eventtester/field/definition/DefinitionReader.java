package dev.eventtester.field.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.Depth;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Reads field definitions from JSON and says where and why one can not be read. */
final class DefinitionReader {

    private static final String LIMIT = " the limit of " + FieldDefinition.MAX_DEPTH + " nested levels";

    private int depth;

    Map<String, FieldDefinition> readAll(JsonNode json, String where) {
        if (!json.isObject()) {
            throw wrong(where, "must be an object of field definitions");
        }
        if (++depth > FieldDefinition.MAX_DEPTH) {
            throw wrong(where, "exceed" + LIMIT);
        }
        Map<String, FieldDefinition> fields = new LinkedHashMap<>();
        for (Entry<String, JsonNode> member : JsJson.members(json)) {
            fields.put(member.getKey(), read(member.getValue(), where + "." + member.getKey()));
        }
        depth--;
        return fields;
    }

    FieldDefinition read(JsonNode json, String where) {
        if (!json.isObject()) {
            throw wrong(where, "must be an object");
        }
        return new FieldDefinition(
                text(json, "label", where).orElse(""),
                type(json, where),
                text(json, "description", where).orElse(""),
                required(json.path("required"), where),
                JsType.isTruthy(json.path("multiple")),
                JsType.isTruthy(json.path("allowNull")),
                choices(json.path("choices"), where),
                properties(json, where),
                JsType.isTruthy(json.path("additionalProperties")),
                text(json, "format", where),
                number(json, "minimum", where),
                number(json, "maximum", where),
                json.path("default"),
                JsType.isTruthy(json.path("dynamic")),
                isHidden(json),
                text(json, "placeholder", where).orElse(""));
    }

    private static FieldType type(JsonNode json, String where) {
        String name = text(json, "type", where).orElseThrow(() -> wrong(where, "has no type"));
        return FieldType.named(name).orElseThrow(() -> wrong(where, "has the unknown type \"" + name + "\""));
    }

    private static Requirement required(JsonNode required, String where) {
        if (required.isBoolean() && required.booleanValue()) {
            return Requirement.ALWAYS;
        }
        if (!required.isObject()) {
            return Requirement.NEVER;
        }
        List<Requirement.Condition> conditions = new ArrayList<>();
        for (JsonNode condition : required.path("conditions")) {
            JsonNode fieldKey = condition.path("fieldKey");
            if (!fieldKey.isTextual()) {
                throw wrong(where, "has a condition without a fieldKey");
            }
            conditions.add(new Requirement.Condition(
                    fieldKey.textValue(), JsText.of(condition.path("operator")), bounded(condition, "value", where)));
        }
        if (conditions.isEmpty()) {
            throw wrong(where, "has a conditional requirement without conditions");
        }
        boolean any = "any".equals(required.path("match").textValue());
        return new Requirement.When(any, conditions);
    }

    private static List<FieldDefinition.Choice> choices(JsonNode choices, String where) {
        if (JsType.isNullish(choices)) {
            return List.of();
        }
        if (!choices.isArray() || choices.isEmpty()) {
            throw wrong(where, "has choices that are not a non-empty list");
        }
        List<FieldDefinition.Choice> read = new ArrayList<>();
        for (JsonNode choice : choices) {
            if (choice.isTextual()) {
                read.add(new FieldDefinition.Choice(choice.textValue(), choice));
            } else if (choice.isObject() && choice.has("value")) {
                JsonNode value = bounded(choice, "value", where);
                JsonNode label = choice.path("label");
                read.add(new FieldDefinition.Choice(JsText.of(label.isMissingNode() ? value : label), value));
            } else {
                throw wrong(where, "has a choice that is neither a text nor an object with a value");
            }
        }
        return read;
    }

    private Optional<Map<String, FieldDefinition>> properties(JsonNode json, String where) {
        JsonNode properties = json.path("properties");
        return JsType.isTruthy(properties) ? Optional.of(readAll(properties, where + ".properties")) : Optional.empty();
    }

    private static Optional<String> text(JsonNode json, String key, String where) {
        JsonNode text = json.path(key);
        if (JsType.isNullish(text)) {
            return Optional.empty();
        }
        if (!text.isTextual()) {
            throw wrong(where, "has a " + key + " that is not a text");
        }
        return Optional.of(text.textValue());
    }

    private static Optional<Double> number(JsonNode json, String key, String where) {
        JsonNode number = json.path(key);
        if (JsType.isNullish(number)) {
            return Optional.empty();
        }
        if (!number.isNumber()) {
            throw wrong(where, "has a " + key + " that is not a number");
        }
        return Optional.of(number.doubleValue());
    }

    private static boolean isHidden(JsonNode json) {
        return JsType.isTruthy(json.path("unsafe_hidden")) || JsType.isTruthy(json.path("hidden"));
    }

    private static JsonNode bounded(JsonNode json, String key, String where) {
        JsonNode value = json.path(key);
        if (Depth.exceeds(value, FieldDefinition.MAX_DEPTH)) {
            throw wrong(where, "has a " + key + " that exceeds" + LIMIT);
        }
        return value;
    }

    private static InvalidFieldDefinitionException wrong(String where, String what) {
        return new InvalidFieldDefinitionException(where + " " + what);
    }
}

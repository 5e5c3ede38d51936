package dev.eventtester.sample.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.field.FieldSet;
import dev.eventtester.field.definition.FieldDefinition;
import java.util.Map;

/** What a column holds. */
public enum ColumnType {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    /** A text that a field of type {@code datetime} takes. */
    DATETIME,
    OBJECT,
    ARRAY;

    private static final String KEY = "value";
    private static final FieldSet DATE = FieldSet.of(Map.of(
            KEY,
            FieldDefinition.of(
                    JsonNodeFactory.instance.objectNode().put("label", "").put("type", "datetime"))));

    /** Whether a value is of this type as it stands; null is of none. */
    public boolean holds(JsonNode value) {
        return switch (this) {
            case STRING -> value.isTextual();
            case INTEGER -> value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case DATETIME -> value.isTextual() && isDate(value);
            case OBJECT -> value.isObject();
            case ARRAY -> value.isArray();
        };
    }

    private static boolean isDate(JsonNode text) {
        return DATE.validate(JsonNodeFactory.instance.objectNode().set(KEY, text))
                .isValid();
    }
}

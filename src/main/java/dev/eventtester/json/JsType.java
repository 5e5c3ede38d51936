package dev.eventtester.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What JavaScript calls the type of a JSON value. A {@link MissingNode} stands for {@code undefined} everywhere in the
 * engine; Java's {@code null} is never passed.
 */
public enum JsType {
    UNDEFINED,
    NULL,
    BOOLEAN,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT;

    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    /** The type of a value. */
    public static JsType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> UNDEFINED;
            case NULL -> NULL;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> NUMBER;
            case ARRAY -> ARRAY;
            case OBJECT, POJO -> OBJECT;
            case STRING, BINARY -> STRING;
        };
    }

    /** The name in messages: {@code undefined}, {@code null}, {@code boolean}, … */
    public String label() {
        return label;
    }

    /** Whether a value is {@code null} or {@code undefined}. */
    public static boolean isNullish(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    /** Whether a value counts as true in a condition: all but undefined, null, false, 0, NaN and the empty text. */
    public static boolean isTruthy(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> {
                double number = value.doubleValue();
                yield number != 0 && !Double.isNaN(number);
            }
            case STRING, BINARY -> !value.textValue().isEmpty();
            case ARRAY, OBJECT, POJO -> true;
        };
    }
}

package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.util.List;
import java.util.Locale;

/** The types that a value may have, and how a value of another type becomes one of them. */
final class TypeUnion {

    /** A type of the validation schema. */
    enum Type {
        STRING,
        NUMBER,
        INTEGER,
        BOOLEAN,
        OBJECT,
        ARRAY,
        NULL
    }

    private final Type[] types;
    private final boolean string;
    private final boolean nullable;
    private final String label;

    TypeUnion(List<Type> types) {
        this.types = types.toArray(Type[]::new);
        this.string = types.contains(Type.STRING);
        this.nullable = types.contains(Type.NULL);
        this.label = Messages.either(types.stream()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList());
    }

    boolean takesText() {
        return string;
    }

    boolean takesNull() {
        return nullable;
    }

    /** The types in messages: {@code string, number, or null}. */
    String label() {
        return label;
    }

    boolean isSingle() {
        return types.length == 1;
    }

    /** Whether values of other types are converted at all; a lone object is not coercible. */
    boolean converts() {
        return types.length > 1 || types[0] != Type.OBJECT;
    }

    boolean accepts(JsonNode value) {
        for (Type type : types) {
            if (accepts(type, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean accepts(Type type, JsonNode value) {
        return switch (type) {
            case STRING -> value.isTextual();
            case NUMBER -> isFinite(value);
            case INTEGER -> value.isInt() || (isFinite(value) && value.doubleValue() % 1 == 0);
            case BOOLEAN -> value.isBoolean();
            case OBJECT -> value.isObject();
            case ARRAY -> value.isArray();
            case NULL -> value.isNull();
        };
    }

    /** Whether a value is a number that is not infinite ({@code 1e999} is). */
    static boolean isFinite(JsonNode value) {
        return value.isInt() || (value.isNumber() && Double.isFinite(value.doubleValue()));
    }

    /** The value converted to the first of the types that can take it, or null. */
    JsonNode convert(JsonNode value) {
        for (Type type : types) {
            JsonNode converted =
                    switch (type) {
                        case STRING -> toText(value);
                        case NUMBER -> toNumber(value, false);
                        case INTEGER -> toNumber(value, true);
                        case BOOLEAN -> toBoolean(value);
                        case NULL -> toNull(value);
                        case ARRAY -> toArray(value);
                        case OBJECT -> null;
                    };
            if (converted != null) {
                return converted;
            }
        }
        return null;
    }

    private static JsonNode toText(JsonNode value) {
        return switch (JsType.of(value)) {
            case NUMBER, BOOLEAN -> TextNode.valueOf(JsText.of(value));
            case NULL -> TextNode.valueOf("");
            default -> null;
        };
    }

    private static JsonNode toNumber(JsonNode value, boolean integral) {
        return switch (JsType.of(value)) {
            case BOOLEAN, NULL -> number(JsNumber.of(value));
            case STRING -> parsed(value.textValue(), integral);
            default -> null;
        };
    }

    private static JsonNode parsed(String text, boolean integral) {
        if (text.isEmpty()) {
            return null;
        }
        double number = JsNumber.parse(text);
        // "Infinity" passes as a number and even as an integer: its remainder is NaN, and so not true.
        boolean fractional = integral && Double.isFinite(number) && number % 1 != 0;
        return Double.isNaN(number) || fractional ? null : number(number);
    }

    private static JsonNode number(double number) {
        long integer = (long) number;
        boolean exact = integer == number && Math.abs(number) < 1L << 53 && (integer != 0 || 1 / number > 0);
        return exact ? JsonNodeFactory.instance.numberNode(integer) : DoubleNode.valueOf(number);
    }

    private static JsonNode toBoolean(JsonNode value) {
        return switch (JsType.of(value)) {
            case NULL -> BooleanNode.FALSE;
            case STRING -> {
                String text = value.textValue();
                yield text.equals("false") ? BooleanNode.FALSE : text.equals("true") ? BooleanNode.TRUE : null;
            }
            case NUMBER -> {
                double number = value.doubleValue();
                yield number == 0 ? BooleanNode.FALSE : number == 1 ? BooleanNode.TRUE : null;
            }
            default -> null;
        };
    }

    /** Null, and what counts as null where nothing else takes it: 0, false and empty text. */
    static JsonNode toNull(JsonNode value) {
        boolean empty =
                switch (JsType.of(value)) {
                    case STRING -> value.textValue().isEmpty();
                    case NUMBER -> value.doubleValue() == 0;
                    case BOOLEAN -> !value.booleanValue();
                    default -> false;
                };
        return empty ? NullNode.getInstance() : null;
    }

    private static JsonNode toArray(JsonNode value) {
        if (value.isContainerNode() || value.isMissingNode()) {
            return null;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode(1);
        return array.add(value);
    }
}

package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
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
    private final boolean number;
    private final boolean integer;
    private final int nodeTypes;
    private final String label;

    TypeUnion(List<Type> types) {
        this.types = types.toArray(Type[]::new);
        this.number = types.contains(Type.NUMBER);
        this.integer = types.contains(Type.INTEGER);
        this.nodeTypes = types.stream().mapToInt(TypeUnion::bit).reduce(0, (all, bit) -> all | bit);
        this.label = Messages.either(
                types.stream().map(type -> type.name().toLowerCase(Locale.ROOT)).toList());
    }

    private static int bit(Type type) {
        JsonNodeType nodeType = switch (type) {
            case STRING -> JsonNodeType.STRING;
            case NUMBER, INTEGER -> JsonNodeType.NUMBER;
            case BOOLEAN -> JsonNodeType.BOOLEAN;
            case OBJECT -> JsonNodeType.OBJECT;
            case ARRAY -> JsonNodeType.ARRAY;
            case NULL -> JsonNodeType.NULL;
        };
        return 1 << nodeType.ordinal();
    }

    /** Whether values of a JSON type can be accepted. */
    boolean takes(JsonNodeType nodeType) {
        return (nodeTypes >> nodeType.ordinal() & 1) != 0;
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
        JsonNodeType nodeType = value.getNodeType();
        return takes(nodeType) && (nodeType != JsonNodeType.NUMBER || acceptsNumber(value));
    }

    private boolean acceptsNumber(JsonNode value) {
        if (value.isInt()) {
            return true;
        }
        double actual = value.doubleValue();
        return Double.isFinite(actual) && (number || (integer && actual % 1 == 0));
    }

    /** Whether a value is a number that is not infinite ({@code 1e999} is). */
    static boolean isFinite(JsonNode value) {
        return value.isInt() || (value.isNumber() && Double.isFinite(value.doubleValue()));
    }

    /** The value converted to the first of the types that can take it, or null. */
    JsonNode convert(JsonNode value) {
        for (Type type : types) {
            JsonNode converted = switch (type) {
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
        int integer = (int) number;
        return integer == number ? IntNode.valueOf(integer) : DoubleNode.valueOf(number);
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
        boolean empty = switch (JsType.of(value)) {
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

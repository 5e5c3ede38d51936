package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.field.FieldSet;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.field.definition.FieldType;
import dev.eventtester.json.JsType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values that fields take. */
final class FieldValue {

    private static final String KEY = "value";
    private static final int MAX_DEPTH = 5;
    private static final int MAX_MEMBERS = 20;
    private static final int LONGEST_TEXT = 1000;

    private FieldValue() {}

    /** A value for a wish, guided by its field and by the names of the place and the field. */
    static JsonNode of(Wish wish, Inventions invent) {
        FieldDefinition definition = wish.definition();
        if (definition == null) {
            return NamedValue.of(wish.last(), invent).orElseGet(() -> NamedValue.any(wish.last()));
        }
        return of(definition, wish.last(), wish.field(), invent, 0);
    }

    /** What {@link #passes} asks. */
    static FieldSet check(FieldDefinition definition) {
        return FieldSet.of(Map.of(KEY, definition));
    }

    /** Whether the one field of a check takes a value. */
    static boolean passes(FieldSet check, JsonNode value) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.set(KEY, value.deepCopy());
        return check.validate(payload).isValid();
    }

    private static JsonNode of(FieldDefinition definition, String name, String key, Inventions invent, int depth) {
        JsonNode one = one(definition, name, key, invent, depth);
        return definition.multiple() ? JsonNodeFactory.instance.arrayNode().add(one) : one;
    }

    private static JsonNode one(FieldDefinition definition, String name, String key, Inventions invent, int depth) {
        if (!definition.choices().isEmpty()) {
            return definition.choices().get(0).value();
        }
        return switch (definition.type()) {
            case BOOLEAN -> BooleanNode.TRUE;
            case NUMBER, INTEGER -> number(definition, name, key, invent);
            case DATETIME -> NamedValue.text(isBirth(name, key) ? "1990-04-12" : invent.time());
            case OBJECT -> object(definition, name, invent, depth);
            case STRING, TEXT, PASSWORD -> text(definition, name, key, invent);
        };
    }

    private static boolean isBirth(String name, String key) {
        return (name + " " + key).toLowerCase(Locale.ROOT).contains("birth");
    }

    private static JsonNode object(FieldDefinition definition, String name, Inventions invent, int depth) {
        Map<String, FieldDefinition> properties = definition.properties().orElse(Map.of());
        if (properties.isEmpty()) {
            return NamedValue.object(name);
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        properties.forEach((key, member) -> {
            boolean wanted = member.isRequired() || (object.size() < MAX_MEMBERS && depth < MAX_DEPTH);
            if (wanted && depth < 2 * MAX_DEPTH) {
                object.set(key, of(member, key, key, invent, depth + 1));
            }
        });
        return object;
    }

    private static JsonNode number(FieldDefinition definition, String name, String key, Inventions invent) {
        JsonNode named = named(name, key, definition, invent).orElse(LongNode.valueOf(42));
        String lower = name.toLowerCase(Locale.ROOT);
        double number = named.isNumber() ? named.doubleValue() : 42;
        boolean time = lower.contains("time") && !lower.contains("lifetime");
        if (time || lower.endsWith("_at") || name.endsWith("At")) {
            number = lower.contains("milli") ? invent.epochMillis() : invent.epochSeconds();
        }
        number = Math.max(
                number, definition.minimum().filter(bound -> bound != 0).orElse(Double.NEGATIVE_INFINITY));
        number = Math.min(
                number, definition.maximum().filter(bound -> bound != 0).orElse(Double.POSITIVE_INFINITY));
        return numberNode(definition.type() == FieldType.INTEGER ? Math.rint(number) : number);
    }

    /** The number as JSON spells it: without a fraction if it has none. */
    static JsonNode numberNode(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
        return whole ? LongNode.valueOf((long) number) : DoubleNode.valueOf(number);
    }

    private static JsonNode text(FieldDefinition definition, String name, String key, Inventions invent) {
        Optional<String> formatted = definition.format().flatMap(format -> formatted(format, invent));
        String text = formatted.orElseGet(() -> named(name, key, definition, invent)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .orElseGet(() -> NamedValue.any(name.isEmpty() ? key : name).textValue()));
        if (definition.type() != FieldType.STRING || formatted.isPresent()) {
            return NamedValue.text(text);
        }
        int minimum = definition.minimum().map(Double::intValue).orElse(0);
        int maximum = definition
                .maximum()
                .filter(bound -> bound > 0)
                .map(Double::intValue)
                .orElse(LONGEST_TEXT);
        String padded =
                text.length() >= minimum ? text : text + "x".repeat(Math.min(minimum, LONGEST_TEXT) - text.length());
        return NamedValue.text(padded.length() <= maximum ? padded : padded.substring(0, maximum));
    }

    private static Optional<JsonNode> named(String name, String key, FieldDefinition definition, Inventions invent) {
        return NamedValue.of(name, invent)
                .or(() -> NamedValue.of(key, invent))
                .or(() -> NamedValue.of(definition.label(), invent));
    }

    private static Optional<String> formatted(String format, Inventions invent) {
        return Optional.ofNullable(
                switch (format) {
                    case "email" -> invent.email();
                    case "uri", "url", "uri-reference", "uri-template" -> Inventions.SITE + "/sample";
                    case "hostname" -> "www.example.com";
                    case "date" -> invent.date();
                    case "date-time", "date-like" -> invent.time();
                    case "time" -> "12:00:00Z";
                    case "duration" -> "P1D";
                    case "ipv4" -> invent.ip();
                    case "ipv6" -> invent.ipv6();
                    case "uuid" -> invent.uuid();
                    case "regex" -> "sample";
                    case "byte" -> "c2FtcGxl";
                    case "json-pointer", "relative-json-pointer" ->
                        format.startsWith("relative") ? "0/sample" : "/sample";
                    case "json-pointer-uri-fragment" -> "#/sample";
                    default -> null;
                });
    }

    /** Adds to a list or object in the event what its field needs and it has not. */
    static boolean complete(JsonNode current, Wish wish, Inventions invent) {
        FieldDefinition definition = wish.definition();
        if (definition == null
                || definition.type() != FieldType.OBJECT
                || definition.properties().isEmpty()) {
            return false;
        }
        if (current instanceof ArrayNode list && definition.multiple()) {
            list.forEach(item -> fill(item, definition, invent));
            return true;
        }
        return fill(current, definition, invent);
    }

    private static boolean fill(JsonNode current, FieldDefinition definition, Inventions invent) {
        if (!(current instanceof ObjectNode object)) {
            return false;
        }
        definition.properties().orElse(Map.of()).forEach((key, member) -> {
            if (JsType.isNullish(object.path(key)) || !passes(check(member), object.path(key))) {
                object.set(key, of(member, key, key, invent, 1));
            }
        });
        return true;
    }
}

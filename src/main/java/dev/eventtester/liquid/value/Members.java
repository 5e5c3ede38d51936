package dev.eventtester.liquid.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsType;
import java.util.Set;

/** Which members of a value a template sees: its own ones, and {@code size}, {@code first} and {@code last}. */
public final class Members {

    /** Names that every JavaScript object inherits: at the root they hide the event's own (map-liquid-vars-own-2). */
    private static final Set<String> INHERITED = Set.of(
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "__proto__");

    private Members() {}

    static boolean isInherited(String name) {
        return INHERITED.contains(name);
    }

    /** The member of a value by a key of any type; negative keys count from the end of an array. */
    public static JsonNode of(JsonNode value, JsonNode key, Budget budget) {
        budget.work(Budget.VALUE);
        if (JsType.isNullish(value)) {
            return value;
        }
        JsonNode plain = Values.plain(key);
        if (value.isArray() && !plain.isTextual() || isNegative(value, plain)) {
            double number = Values.toNumber(plain, budget);
            if (number < 0) {
                return item(value, value.size() + number);
            }
        }
        String name = Values.toText(plain, budget);
        JsonNode own = own(value, name);
        return own.isMissingNode() && plain.isTextual() ? derived(value, name) : own;
    }

    private static boolean isNegative(JsonNode value, JsonNode key) {
        return value.isArray() && key.isTextual() && key.textValue().indexOf('-') >= 0;
    }

    private static JsonNode item(JsonNode array, double index) {
        boolean exists = index >= 0 && index < array.size() && index == Math.rint(index);
        return exists ? array.get((int) index) : Values.UNDEFINED;
    }

    /** An own member, or undefined: members of objects, indexes and {@code length} of arrays and texts. */
    public static JsonNode own(JsonNode value, String name) {
        if (value.isObject()) {
            return value.path(name);
        }
        int length = length(value);
        if (length < 0) {
            return Values.UNDEFINED;
        }
        if (name.equals("length")) {
            return Values.number(length);
        }
        long index = JsJson.index(name);
        if (index < 0 || index >= length) {
            return Values.UNDEFINED;
        }
        return value.isArray()
                ? value.get((int) index)
                : Values.text(String.valueOf(value.textValue().charAt((int) index)));
    }

    private static int length(JsonNode value) {
        if (value.isArray()) {
            return value.size();
        }
        return value.isTextual() ? value.textValue().length() : -1;
    }

    private static JsonNode derived(JsonNode value, String name) {
        return switch (name) {
            case "size" -> size(value);
            case "first" -> value.isArray() ? item(value, 0) : Values.UNDEFINED;
            case "last" -> value.isArray() ? item(value, value.size() - 1) : Values.UNDEFINED;
            default -> Values.UNDEFINED;
        };
    }

    private static JsonNode size(JsonNode value) {
        int length = value.isObject() ? value.size() : length(value);
        return length < 0 ? Values.UNDEFINED : Values.number(length);
    }
}

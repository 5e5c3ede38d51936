package dev.eventtester.json;

import com.fasterxml.jackson.databind.JsonNode;

/** JavaScript's text of a value and its notion of white space. */
public final class JsText {

    private JsText() {}

    /** {@code String(value)}: arrays join with commas (null and undefined as nothing), objects say only that they are one. */
    public static String of(JsonNode value) {
        return switch (JsType.of(value)) {
            case STRING -> value.textValue();
            case NUMBER -> JsNumber.text(value.doubleValue());
            case BOOLEAN -> value.booleanValue() ? "true" : "false";
            case NULL -> "null";
            case UNDEFINED -> "undefined";
            case OBJECT -> "[object Object]";
            case ARRAY -> join(value);
        };
    }

    private static String join(JsonNode array) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            JsonNode item = array.get(i);
            if (!JsType.isNullish(item)) {
                text.append(of(item));
            }
        }
        return text.toString();
    }

    /** White space and line ends as {@code String.prototype.trim} removes them. */
    public static boolean isWhitespace(char c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', ' ', 0xA0, 0xFEFF, 0x2028, 0x2029 -> true;
            default -> c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR;
        };
    }
}

package dev.eventtester.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.IntConsumer;

/** JavaScript's text of a value and its notion of white space. */
public final class JsText {

    private static final int CHARACTERS_PER_STEP = 16;

    private static final char SIGMA = '\u03A3';
    private static final char SMALL_SIGMA = '\u03C3';
    private static final char FINAL_SIGMA = '\u03C2';
    /** Punctuation that Unicode does not take for the end of a word. */
    private static final String INSIDE_WORDS =
            "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private JsText() {}

    /**
     * {@code String(value)}: arrays join with commas (null and undefined as nothing), objects say only that they are one.
     *
     * @throws TooDeepException for arrays in arrays beyond {@value JsJson#MAX_DEPTH} levels
     */
    public static String of(JsonNode value) {
        return of(value, JsJson.UNMETERED);
    }

    /**
     * As {@link #of(JsonNode)}, for values of unknown size.
     *
     * @param meter told the work of each array before it is done; may throw to end it
     */
    public static String of(JsonNode value, IntConsumer meter) {
        return switch (JsType.of(value)) {
            case STRING -> value.textValue();
            case NUMBER -> JsNumber.text(value.doubleValue());
            case BOOLEAN -> value.booleanValue() ? "true" : "false";
            case NULL -> "null";
            case UNDEFINED -> "undefined";
            case OBJECT -> "[object Object]";
            case ARRAY -> {
                StringBuilder text = new StringBuilder();
                join(value, text, meter, 1);
                yield text.toString();
            }
        };
    }

    private static void join(JsonNode array, StringBuilder text, IntConsumer meter, int depth) {
        if (depth > JsJson.MAX_DEPTH) {
            throw new TooDeepException(JsJson.MAX_DEPTH);
        }
        meter.accept(2 * array.size() + 1);
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            JsonNode item = array.get(i);
            if (item.isArray()) {
                join(item, text, meter, depth + 1);
            } else if (!JsType.isNullish(item)) {
                String itemText = of(item, meter);
                meter.accept(itemText.length() / CHARACTERS_PER_STEP);
                text.append(itemText);
            }
        }
    }

    /** {@code text.trim()}. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** {@code text.toUpperCase()}. */
    public static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** {@code text.toLowerCase()}: as in Java, but the end of a word, where sigma differs, is Unicode's. */
    public static String lowerCase(String text) {
        int sigma = text.indexOf(SIGMA);
        if (sigma < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        char[] lower = text.toCharArray();
        for (; sigma >= 0; sigma = text.indexOf(SIGMA, sigma + 1)) {
            boolean ends = isCasedBefore(text, sigma) && !isCasedAfter(text, sigma + 1);
            lower[sigma] = ends ? FINAL_SIGMA : SMALL_SIGMA;
        }
        return new String(lower).toLowerCase(Locale.ROOT);
    }

    private static boolean isCasedBefore(String text, int at) {
        int i = at;
        while (i > 0 && isCaseIgnorable(text.codePointBefore(i))) {
            i = text.offsetByCodePoints(i, -1);
        }
        return i > 0 && isCased(text.codePointBefore(i));
    }

    private static boolean isCasedAfter(String text, int at) {
        int i = at;
        while (i < text.length() && isCaseIgnorable(text.codePointAt(i))) {
            i = text.offsetByCodePoints(i, 1);
        }
        return i < text.length() && isCased(text.codePointAt(i));
    }

    private static boolean isCased(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    private static boolean isCaseIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> INSIDE_WORDS.indexOf(c) >= 0;
        };
    }

    /** White space and line ends as {@code String.prototype.trim} removes them. */
    public static boolean isWhitespace(char c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', ' ', 0xA0, 0xFEFF, 0x2028, 0x2029 -> true;
            default -> c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR;
        };
    }
}

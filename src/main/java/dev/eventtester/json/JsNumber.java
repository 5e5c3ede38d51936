package dev.eventtester.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** JavaScript's conversions between numbers (IEEE doubles) and text. */
public final class JsNumber {

    private static final double SAFE_LONG = 1e15;
    private static final int PLAIN_DIGITS = 21;
    /** Between these, Java and JavaScript write fractions alike. */
    private static final double PLAIN_FROM = 1e-3;

    private static final double PLAIN_TO = 1e7;
    private static final double TINY = 1e-300;

    private JsNumber() {}

    /** The shortest text that reads back as the same double, in the form of {@code String(number)}. */
    public static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < SAFE_LONG) {
            return Long.toString((long) number);
        }
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        double size = Math.abs(number);
        // Double.toString is not always the shortest before JDK 19; this writer is.
        String java = NumberOutput.toString(size, true);
        String text = size >= PLAIN_FROM && size < PLAIN_TO ? java : scientificOrPlain(size, new BigDecimal(java));
        return number < 0 ? "-" + text : text;
    }

    private static String scientificOrPlain(double number, BigDecimal java) {
        BigDecimal shortest = number < TINY ? shortestOfTiny(number, java) : java.stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int count = digits.length();
        int point = count - shortest.scale();
        StringBuilder text = new StringBuilder(32);
        if (count <= point && point <= PLAIN_DIGITS) {
            return text.append(digits).append("0".repeat(point - count)).toString();
        }
        if (0 < point && point <= PLAIN_DIGITS) {
            return text.append(digits, 0, point)
                    .append('.')
                    .append(digits, point, count)
                    .toString();
        }
        if (-6 < point && point <= 0) {
            return text.append("0.").append("0".repeat(-point)).append(digits).toString();
        }
        text.append(digits.charAt(0));
        if (count > 1) {
            text.append('.').append(digits, 1, count);
        }
        int exponent = point - 1;
        return text.append(exponent < 0 ? "e-" : "e+")
                .append(Math.abs(exponent))
                .toString();
    }

    /** Java always writes two digits, although for the smallest numbers one is enough. */
    private static BigDecimal shortestOfTiny(double number, BigDecimal java) {
        BigDecimal oneDigit = java.round(new MathContext(1));
        return (oneDigit.doubleValue() == number ? oneDigit : java).stripTrailingZeros();
    }

    /**
     * {@code Number(value)} of a scalar: null 0, booleans 1 and 0, text as {@link #parse}, undefined NaN. Arrays and
     * objects, which JavaScript converts through their text, are NaN as well.
     */
    public static double of(JsonNode value) {
        return switch (JsType.of(value)) {
            case NUMBER -> value.doubleValue();
            case BOOLEAN -> value.booleanValue() ? 1 : 0;
            case NULL -> 0;
            case STRING -> parse(value.textValue());
            default -> Double.NaN;
        };
    }

    /** {@code Number(text)}: white space trimmed, empty is 0, hex, octal, binary, Infinity; anything else is NaN. */
    public static double parse(String text) {
        String trimmed = JsText.trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (trimmed.length() > 2 && trimmed.charAt(0) == '0') {
            int radix = radix(trimmed.charAt(1));
            if (radix != 0) {
                return parseRadix(trimmed, radix);
            }
        }
        return switch (trimmed) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> isDecimal(trimmed) ? Double.parseDouble(trimmed) : Double.NaN;
        };
    }

    private static int radix(char marker) {
        return switch (marker) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static double parseRadix(String text, int radix) {
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127 || Character.digit(c, radix) < 0) {
                return Double.NaN;
            }
        }
        return new BigInteger(text.substring(2), radix).doubleValue();
    }

    private static boolean isDecimal(String text) {
        int i = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        return digits > 0 && (i == text.length() || isExponent(text, i));
    }

    private static boolean isExponent(String text, int start) {
        if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
            return false;
        }
        int i = start + 1;
        if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        if (i == text.length()) {
            return false;
        }
        for (; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

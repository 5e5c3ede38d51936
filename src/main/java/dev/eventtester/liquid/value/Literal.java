package dev.eventtester.liquid.value;

import com.fasterxml.jackson.databind.JsonNode;

/** The words that stand for values, and the escapes of quoted texts. */
enum Literal {
    TRUE("true", Values.truth(true)),
    FALSE("false", Values.truth(false)),
    NIL("nil", Values.NIL),
    NULL("null", Values.NIL),
    EMPTY("empty", Values.EMPTY),
    BLANK("blank", Values.BLANK);

    private static final int UNICODE_DIGITS = 4;
    private static final int OCTAL_DIGITS = 3;

    private final String word;
    private final JsonNode value;

    Literal(String word, JsonNode value) {
        this.word = word;
        this.value = value;
    }

    String word() {
        return word;
    }

    JsonNode value() {
        return value;
    }

    /** What a text between quotes means; the first and the last character are the quotes, whatever they are. */
    static String unescape(String quoted) {
        int last = quoted.length() - 1;
        StringBuilder text = new StringBuilder(quoted.length());
        int i = 1;
        while (i < last) {
            char c = quoted.charAt(i++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = quoted.charAt(i);
            if (escape == 'u') {
                i = appendCode(quoted, i + 1, UNICODE_DIGITS, 16, text);
            } else if (Character.digit(escape, 8) >= 0 && escape < 128) {
                i = appendCode(quoted, i, OCTAL_DIGITS, 8, text);
            } else {
                text.append(control(escape));
                i++;
            }
        }
        return text.toString();
    }

    private static int appendCode(String quoted, int begin, int digits, int radix, StringBuilder text) {
        int code = 0;
        int i = begin;
        while (i < begin + digits) {
            if (i == quoted.length() && radix == 16) {
                throw new LiquidException("a quoted text ends within an escape");
            }
            int digit = i == quoted.length() || quoted.charAt(i) > 127 ? -1 : Character.digit(quoted.charAt(i), radix);
            if (digit < 0) {
                break;
            }
            code = code * radix + digit;
            i++;
        }
        text.append((char) code);
        return i;
    }

    private static char control(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> escape;
        };
    }
}

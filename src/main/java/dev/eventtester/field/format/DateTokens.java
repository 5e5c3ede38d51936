package dev.eventtester.field.format;

import dev.eventtester.json.JsText;

/** Splits a text into what {@link LegacyDate} reads. Each NUL ends the text. */
final class DateTokens {

    enum Kind {
        NUMBER,
        SYMBOL,
        MONTH,
        ZONE,
        TIME_SEPARATOR,
        HALF_OF_DAY,
        WORD,
        WHITESPACE,
        OTHER,
        END
    }

    /**
     * @param value the number, the symbol's character, the month, the zone's hours from UTC, or 0 and 12 for AM and PM
     * @param length the number of characters, for numbers and words
     */
    record Token(Kind kind, int value, int length) {

        boolean isSymbol(char symbol) {
            return kind == Kind.SYMBOL && value == symbol;
        }

        boolean isSign() {
            return isSymbol('+') || isSymbol('-');
        }

        boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        /** A number of so many digits. */
        boolean isNumber(int digits) {
            return kind == Kind.NUMBER && length == digits;
        }

        boolean isZulu() {
            return kind == Kind.ZONE && length == 1;
        }

        boolean isEnd() {
            return kind == Kind.END;
        }
    }

    static final int SIGNIFICANT_DIGITS = 9;
    private static final String SYMBOLS = ":-+.)";
    private static final Token OTHER = new Token(Kind.OTHER, 0, 1);
    private static final Token SPACE = new Token(Kind.WHITESPACE, 0, 1);
    private static final Token END = new Token(Kind.END, 0, 0);

    private final String text;
    private int at;
    private Token next;

    DateTokens(String text) {
        this.text = text;
        this.next = scan();
    }

    Token peek() {
        return next;
    }

    Token next() {
        Token token = next;
        next = scan();
        return token;
    }

    boolean skip(char symbol) {
        if (next.isSymbol(symbol)) {
            next = scan();
            return true;
        }
        return false;
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private Token scan() {
        char c = current();
        if (c == 0) {
            return END;
        }
        if (Scan.isDigit(c)) {
            return number();
        }
        if (SYMBOLS.indexOf(c) >= 0) {
            at++;
            return new Token(Kind.SYMBOL, c, 1);
        }
        if (isWordPart(c)) {
            return word();
        }
        if (c == '(') {
            skipParentheses();
            return OTHER;
        }
        at++;
        return JsText.isWhitespace(c) ? SPACE : OTHER;
    }

    private Token number() {
        int start = at;
        while (current() == '0') {
            at++;
        }
        int value = 0;
        for (int digits = 0; Scan.isDigit(current()); at++, digits++) {
            if (digits < SIGNIFICANT_DIGITS) {
                value = value * 10 + (current() - '0');
            }
        }
        return new Token(Kind.NUMBER, value, at - start);
    }

    private static boolean isWordPart(char c) {
        return c >= 'A' && !(c > 127 && JsText.isWhitespace(c));
    }

    private void skipParentheses() {
        int open = 0;
        do {
            if (current() == '(') {
                open++;
            } else if (current() == ')') {
                open--;
            }
            at++;
        } while (open > 0 && current() != 0);
    }

    /** Words run on through everything from A upwards, letters of other scripts included. */
    private Token word() {
        int start = at;
        while (isWordPart(current())) {
            at++;
        }
        int length = at - start;
        StringBuilder prefix = new StringBuilder(3);
        for (int i = 0; i < Math.min(3, length); i++) {
            prefix.append((char) (text.charAt(start + i) | 0x20));
        }
        Token month = month(prefix.toString(), length);
        return length > 3 || month.kind() == Kind.MONTH ? month : shortWord(prefix.toString(), length);
    }

    private static Token month(String prefix, int length) {
        int month = switch (prefix) {
            case "jan" -> 1;
            case "feb" -> 2;
            case "mar" -> 3;
            case "apr" -> 4;
            case "may" -> 5;
            case "jun" -> 6;
            case "jul" -> 7;
            case "aug" -> 8;
            case "sep" -> 9;
            case "oct" -> 10;
            case "nov" -> 11;
            case "dec" -> 12;
            default -> 0;
        };
        return new Token(month > 0 ? Kind.MONTH : Kind.WORD, month, length);
    }

    private static Token shortWord(String word, int length) {
        return switch (word) {
            case "am" -> new Token(Kind.HALF_OF_DAY, 0, length);
            case "pm" -> new Token(Kind.HALF_OF_DAY, 12, length);
            case "t" -> new Token(Kind.TIME_SEPARATOR, 0, length);
            case "z", "ut", "utc", "gmt" -> new Token(Kind.ZONE, 0, length);
            case "edt" -> new Token(Kind.ZONE, -4, length);
            case "est", "cdt" -> new Token(Kind.ZONE, -5, length);
            case "cst", "mdt" -> new Token(Kind.ZONE, -6, length);
            case "mst", "pdt" -> new Token(Kind.ZONE, -7, length);
            case "pst" -> new Token(Kind.ZONE, -8, length);
            default -> new Token(Kind.WORD, 0, length);
        };
    }
}

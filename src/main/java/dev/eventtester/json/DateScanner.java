package dev.eventtester.json;

/** Cuts a date's text into numbers, words and signs, one ahead. A NUL ends the text. */
final class DateScanner {

    /** What a token is; signs and brackets are symbols. */
    enum Kind {
        NUMBER,
        SYMBOL,
        MONTH,
        AM_PM,
        ZONE,
        TIME_SEPARATOR,
        OTHER_WORD,
        BLANK,
        IGNORED,
        END
    }

    /**
     * A token.
     *
     * @param value the number, the symbol's character, the month (1 to 12), 0 or 12 for AM and PM, or the zone's hours
     * @param length the number of characters
     */
    record Token(Kind kind, int value, int length) {

        boolean is(Kind other) {
            return kind == other;
        }

        boolean isSymbol(char symbol) {
            return kind == Kind.SYMBOL && value == symbol;
        }

        boolean isSign() {
            return isSymbol('+') || isSymbol('-');
        }

        int sign() {
            return value == '-' ? -1 : 1;
        }

        boolean isNumberOf(int digits) {
            return kind == Kind.NUMBER && length == digits;
        }

        boolean isZ() {
            return kind == Kind.ZONE && length == 1;
        }
    }

    static final int SIGNIFICANT_DIGITS = 9;
    private static final String SYMBOLS = ":-+.)";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final String text;
    private int at;
    private Token ahead;

    DateScanner(String text) {
        int end = text.indexOf(0);
        this.text = end < 0 ? text : text.substring(0, end);
        this.ahead = scan();
    }

    Token peek() {
        return ahead;
    }

    Token next() {
        Token token = ahead;
        ahead = scan();
        return token;
    }

    boolean skip(char symbol) {
        boolean found = ahead.isSymbol(symbol);
        if (found) {
            ahead = scan();
        }
        return found;
    }

    private Token scan() {
        if (at == text.length()) {
            return new Token(Kind.END, 0, 0);
        }
        char c = text.charAt(at);
        if (isDigit(c)) {
            return number();
        }
        if (SYMBOLS.indexOf(c) >= 0) {
            at++;
            return new Token(Kind.SYMBOL, c, 1);
        }
        if (isLetter(at)) {
            return word();
        }
        if (c == '(') {
            skipBrackets();
            return new Token(Kind.IGNORED, 0, 0);
        }
        at++;
        return new Token(JsText.isWhitespace(c) ? Kind.BLANK : Kind.IGNORED, 0, 1);
    }

    /** Digits; of those behind leading zeros only the first nine count. */
    private Token number() {
        int begin = at;
        int number = 0;
        int significant = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            int digit = text.charAt(at) - '0';
            boolean counts = significant > 0 || digit != 0;
            if (counts && significant++ < SIGNIFICANT_DIGITS) {
                number = number * 10 + digit;
            }
        }
        return new Token(Kind.NUMBER, number, at - begin);
    }

    private boolean isLetter(int index) {
        char c = text.charAt(index);
        // Unicode's line ends are white space everywhere but here.
        return c >= 'A' && (c == 0x2028 || c == 0x2029 || !JsText.isWhitespace(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token word() {
        int begin = at;
        while (at < text.length() && isLetter(at)) {
            at++;
        }
        int length = at - begin;
        StringBuilder start = new StringBuilder();
        for (int i = begin; i < Math.min(at, begin + 3); i++) {
            char c = text.charAt(i);
            start.append(c <= 'Z' ? (char) (c + 32) : c);
        }
        return word(start.toString(), length);
    }

    private static Token word(String start, int length) {
        int month = start.length() == 3 ? MONTHS.indexOf(start) : -1;
        if (month >= 0 && month % 3 == 0) {
            return new Token(Kind.MONTH, month / 3 + 1, length);
        }
        if (length > 3) {
            return new Token(Kind.OTHER_WORD, 0, length);
        }
        return switch (start) {
            case "am" -> new Token(Kind.AM_PM, 0, length);
            case "pm" -> new Token(Kind.AM_PM, 12, length);
            case "ut", "utc", "z", "gmt" -> new Token(Kind.ZONE, 0, length);
            case "edt" -> new Token(Kind.ZONE, -4, length);
            case "est", "cdt" -> new Token(Kind.ZONE, -5, length);
            case "cst", "mdt" -> new Token(Kind.ZONE, -6, length);
            case "mst", "pdt" -> new Token(Kind.ZONE, -7, length);
            case "pst" -> new Token(Kind.ZONE, -8, length);
            case "t" -> new Token(Kind.TIME_SEPARATOR, 0, length);
            default -> new Token(Kind.OTHER_WORD, 0, length);
        };
    }

    private void skipBrackets() {
        int open = 0;
        do {
            char c = text.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (open > 0 && at < text.length());
    }
}

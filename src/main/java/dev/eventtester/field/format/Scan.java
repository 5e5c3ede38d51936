package dev.eventtester.field.format;

/** A position in a text that only moves forward, and the character classes that formats are made of. */
final class Scan {

    static final CharClass DIGITS = new CharClass("0123456789");
    static final CharClass HEX = new CharClass("0123456789abcdefABCDEF");

    private final String text;
    private final int end;
    private int at;

    Scan(String text) {
        this(text, 0, text.length());
    }

    Scan(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    boolean atEnd() {
        return at == end;
    }

    int position() {
        return at;
    }

    /** The present character, or NUL at the end. */
    char peek() {
        return at < end ? text.charAt(at) : 0;
    }

    void skip() {
        at++;
    }

    boolean take(char c) {
        if (at < end && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes a character in either case; {@code lower} is an ASCII letter. */
    boolean takeIgnoringCase(char lower) {
        if (at < end && (text.charAt(at) | 0x20) == lower) {
            at++;
            return true;
        }
        return false;
    }

    boolean take(CharClass chars) {
        if (at < end && chars.has(text.charAt(at))) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes as many characters as there are and tells how many. */
    int takeAll(CharClass chars) {
        int start = at;
        while (at < end && chars.has(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    /** Takes exactly so many characters. */
    boolean take(CharClass chars, int count) {
        for (int i = 0; i < count; i++) {
            if (!take(chars)) {
                return false;
            }
        }
        return true;
    }

    /** Takes exactly so many digits as a number, or tells -1. */
    int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            if (at == end || !isDigit(text.charAt(at))) {
                return -1;
            }
            number = number * 10 + (text.charAt(at++) - '0');
        }
        return number;
    }

    /** Takes exactly so many digits that are a number up to a limit. */
    boolean digits(int count, int most) {
        int number = digits(count);
        return number >= 0 && number <= most;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isHex(char c) {
        int lower = c | 0x20;
        return isDigit(c) || (lower >= 'a' && lower <= 'f');
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}

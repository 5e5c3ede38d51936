package dev.eventtester.liquid.value;

/** The classes of characters that a template's syntax knows. */
public final class Chars {

    private Chars() {}

    /** Blanks between words; fewer than JavaScript's white space, for the byte order mark is a letter here. */
    public static boolean isBlank(int c) {
        return switch (c) {
            case ' ', '\t', '\n', 0x0B, '\f', '\r', 0xA0, 0x1680, 0x180E, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 ->
                true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    /**
     * Whether names may contain a character: letters, digits, {@code _ - ?} and everything outside ASCII but
     * quotes.
     */
    static boolean isWord(int c) {
        if (c >= 128) {
            return !isBlank(c) && c != '\u201C' && c != '\u201D';
        }
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '-' || c == '?';
    }

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isQuote(int c) {
        return c == '"' || c == '\'';
    }

    static boolean isSign(int c) {
        return c == '+' || c == '-';
    }
}

package dev.eventtester.export;

import java.nio.charset.StandardCharsets;

/**
 * Quotes text for bash so that a terminal that it is pasted into changes nothing of it: what is printable stands in
 * single quotes, everything else is written in ASCII. Text cannot hold NUL there.
 */
final class BashWord {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private BashWord() {}

    /** The text as one word, or as a piece of one. */
    static String quoted(String text) {
        StringBuilder word = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean printable = isPrintable(text.codePointAt(at));
            int from = at;
            while (at < text.length() && isPrintable(text.codePointAt(at)) == printable) {
                at += Character.charCount(text.codePointAt(at));
            }
            String run = text.substring(from, at);
            word.append(printable ? inSingleQuotes(run) : inHex(run));
        }
        return word.length() == 0 ? "''" : word.toString();
    }

    private static boolean isPrintable(int c) {
        return c == '\n'
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    private static String inSingleQuotes(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String inHex(String text) {
        StringBuilder word = new StringBuilder("$'");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            word.append("\\x").append(HEX[b >> 4 & 0xF]).append(HEX[b & 0xF]);
        }
        return word.append('\'').toString();
    }

    /** The text as a comment's line, whatever it has. */
    static String comment(String text) {
        StringBuilder line = new StringBuilder("# ");
        text.codePoints().forEach(c -> line.appendCodePoint(c != '\n' && isPrintable(c) ? c : ' '));
        return line.append('\n').toString();
    }
}

package dev.eventtester.export;

/** Makes any text fit for XML 1.0. */
final class XmlText {

    private XmlText() {}

    /** The text; what XML has no way to say becomes an escape as JSON has it. */
    static String of(String text) {
        StringBuilder fit = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isAllowed(c)) {
                fit.appendCodePoint(c);
            } else {
                fit.append(String.format("\\u%04x", c));
            }
        });
        return fit.toString();
    }

    /** Production 2 of XML 1.0, without the carriage return that every reader turns into a line feed. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c <= 0xD7FF && (c < 0x7F || c > 0x9F)
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && (c & 0xFFFE) != 0xFFFE;
    }
}

package dev.eventtester.field.format;

/** URI templates: literals and expressions such as <code>{?page,size:3}</code>. */
final class UriTemplate {

    private static final String NO_LITERAL = "\"'<>%\\^`{|}";
    private static final CharClass OPERATOR = new CharClass("+#./;?&=,!@|");
    private static final CharClass NAME = CharClass.alphanumericOr("_");

    private UriTemplate() {}

    static boolean isTemplate(String text) {
        Scan scan = new Scan(text);
        while (!scan.atEnd()) {
            char c = scan.peek();
            scan.skip();
            boolean valid = switch (c) {
                case '{' -> isExpression(scan);
                case '%' -> scan.take(Scan.HEX, 2);
                default -> c > ' ' && NO_LITERAL.indexOf(c) < 0;
            };
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExpression(Scan scan) {
        scan.take(OPERATOR);
        do {
            if (!isVariable(scan)) {
                return false;
            }
        } while (scan.take(','));
        return scan.take('}');
    }

    private static boolean isVariable(Scan scan) {
        int length = 0;
        while (true) {
            if (scan.take(NAME)) {
                length++;
            } else if (scan.take('%')) {
                if (!scan.take(Scan.HEX, 2)) {
                    return false;
                }
                length++;
            } else {
                return length > 0 && isModifier(scan);
            }
        }
    }

    private static boolean isModifier(Scan scan) {
        if (scan.take('*') || !scan.take(':')) {
            return true;
        }
        boolean leadingZero = scan.peek() == '0';
        int digits = scan.takeAll(Scan.DIGITS);
        return !leadingZero && digits >= 1 && digits <= 4;
    }
}

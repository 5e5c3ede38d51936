package dev.eventtester.field.format;

/** URI templates: literals and expressions such as <code>{?page,size:3}</code>. */
final class UriTemplate {

    private static final String NO_LITERAL = "\"'<>%\\^`{|}";
    private static final Scan.CharClass OPERATOR = Scan.anyOf("+#./;?&=,!@|");
    private static final Scan.CharClass NAME = Scan.alphanumericOr("_");

    private UriTemplate() {}

    static boolean isTemplate(String text) {
        Scan scan = new Scan(text);
        while (!scan.atEnd()) {
            boolean valid = scan.take('{')
                    ? isExpression(scan)
                    : scan.take(UriTemplate::isLiteral) || (scan.take('%') && scan.take(Scan::isHex, 2));
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLiteral(char c) {
        return c > ' ' && NO_LITERAL.indexOf(c) < 0;
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
                if (!scan.take(Scan::isHex, 2)) {
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
        int digits = scan.takeAll(Scan::isDigit);
        return !leadingZero && digits >= 1 && digits <= 4;
    }
}

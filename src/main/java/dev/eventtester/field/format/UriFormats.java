package dev.eventtester.field.format;

/**
 * URIs and references to them. Since a path may hold nearly everything that an authority may, the grammar comes down to
 * one class of characters, and an address in brackets is the only thing that has to be taken apart.
 */
final class UriFormats {

    private static final String UNRESERVED = "-._~!$&'()*+,;=";
    private static final CharClass SCHEME = CharClass.alphanumericOr("+-.");
    private static final CharClass USER = CharClass.alphanumericOr(UNRESERVED + ":");
    private static final Grammar URI = new Grammar(":@/");
    // References may hold double quotes, in the reference engine's grammar.
    private static final Grammar REFERENCE = new Grammar(":@/\"");

    private UriFormats() {}

    static boolean isUri(String text) {
        int scheme = scheme(text);
        int path = pathEnd(text, scheme);
        return scheme > 0 && path > scheme && URI.isHierarchy(text, scheme, path) && URI.isTail(text, path);
    }

    static boolean isUriReference(String text) {
        int path = pathEnd(text, 0);
        boolean hierarchy = REFERENCE.isHierarchy(text, 0, path);
        if (!hierarchy) {
            int scheme = Math.min(scheme(text), path);
            hierarchy = scheme > 0 && REFERENCE.isHierarchy(text, scheme, path);
        }
        return hierarchy && REFERENCE.isTail(text, path);
    }

    /** Where the text goes on after its scheme, 0 when it has none. */
    private static int scheme(String text) {
        Scan scan = new Scan(text);
        if (!Scan.isLetter(scan.peek())) {
            return 0;
        }
        scan.takeAll(SCHEME);
        return scan.take(':') ? scan.position() : 0;
    }

    private static int pathEnd(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '#') {
                return i;
            }
        }
        return text.length();
    }

    private record Grammar(CharClass path, CharClass query) {

        Grammar(String others) {
            this(CharClass.alphanumericOr(UNRESERVED + others), CharClass.alphanumericOr(UNRESERVED + others + "?"));
        }

        boolean isHierarchy(String text, int start, int end) {
            return isPath(text, start, end) || hasLiteralHost(text, start, end);
        }

        private boolean isPath(String text, int start, int end) {
            return isEncoded(new Scan(text, start, end), path);
        }

        private boolean hasLiteralHost(String text, int start, int end) {
            Scan scan = new Scan(text, start, end);
            if (!scan.take('/')) {
                return false;
            }
            scan.take('/');
            int user = scan.position();
            int open = text.indexOf('[', user);
            int close = text.indexOf(']', user);
            if (open < 0 || close < open || close >= end || !isUser(text, user, open)) {
                return false;
            }
            return isLiteral(text, open + 1, close) && isPortAndPath(new Scan(text, close + 1, end), text, end);
        }

        private boolean isPortAndPath(Scan scan, String text, int end) {
            if (scan.take(':')) {
                scan.takeAll(Scan.DIGITS);
            }
            return scan.atEnd() || (scan.peek() == '/' && isPath(text, scan.position(), end));
        }

        boolean isTail(String text, int start) {
            int fragment = text.indexOf('#', start);
            int end = fragment < 0 ? text.length() : fragment;
            return isQuery(text, start + 1, end) && isQuery(text, end + 1, text.length());
        }

        private boolean isQuery(String text, int start, int end) {
            return start >= end || isEncoded(new Scan(text, start, end), query);
        }
    }

    private static boolean isUser(String text, int start, int end) {
        return start == end || (text.charAt(end - 1) == '@' && isEncoded(new Scan(text, start, end - 1), USER));
    }

    private static boolean isLiteral(String text, int start, int end) {
        Scan scan = new Scan(text, start, end);
        if (!scan.takeIgnoringCase('v')) {
            return IpFormats.isIpv6(text, start, end, true);
        }
        return scan.takeAll(Scan.HEX) > 0 && scan.take('.') && scan.takeAll(USER) > 0 && scan.atEnd();
    }

    private static boolean isEncoded(Scan scan, CharClass chars) {
        while (!scan.atEnd()) {
            if (!scan.take(chars) && !(scan.take('%') && scan.take(Scan.HEX, 2))) {
                return false;
            }
        }
        return true;
    }
}

package dev.eventtester.field.format;

/** Names of mailboxes, hosts and things. */
final class NameFormats {

    private static final CharClass ATOM = CharClass.alphanumericOr("!#$%&'*+/=?^_`{|}~-");
    private static final CharClass LABEL = CharClass.alphanumericOr("-");
    private static final CharClass BASE64 = CharClass.alphanumericOr("+/");
    private static final int HOSTNAME_LENGTH = 253;
    private static final int LABEL_LENGTH = 63;

    private NameFormats() {}

    static boolean isEmail(String text) {
        Scan scan = new Scan(text);
        do {
            if (scan.takeAll(ATOM) == 0) {
                return false;
            }
        } while (scan.take('.'));
        if (!scan.take('@')) {
            return false;
        }
        int labels = 0;
        do {
            if (!isLabel(text, scan.position(), scan.takeAll(LABEL))) {
                return false;
            }
            labels++;
        } while (scan.take('.'));
        return labels > 1 && scan.atEnd();
    }

    static boolean isHostname(String text) {
        int length = text.endsWith(".") ? text.length() - 1 : text.length();
        if (length < 1 || length > HOSTNAME_LENGTH) {
            return false;
        }
        Scan scan = new Scan(text, 0, length);
        do {
            int start = scan.position();
            int label = scan.takeAll(LABEL);
            if (label > LABEL_LENGTH || !isLabel(text, start, label)) {
                return false;
            }
        } while (scan.take('.'));
        return scan.atEnd();
    }

    private static boolean isLabel(String text, int start, int length) {
        return length > 0 && text.charAt(start) != '-' && text.charAt(start + length - 1) != '-';
    }

    static boolean isUuid(String text) {
        int prefix = text.regionMatches(true, 0, "urn:uuid:", 0, 9) ? 9 : 0;
        // The prefix must be ASCII; region matching also takes the Turkish dotless i and the like.
        for (int i = 0; i < prefix; i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        Scan scan = new Scan(text, prefix, text.length());
        return scan.take(Scan.HEX, 8)
                && isUuidGroup(scan)
                && isUuidGroup(scan)
                && isUuidGroup(scan)
                && scan.take('-')
                && scan.take(Scan.HEX, 12)
                && scan.atEnd();
    }

    private static boolean isUuidGroup(Scan scan) {
        return scan.take('-') && scan.take(Scan.HEX, 4);
    }

    /** Whether any line of the text is Base64; an empty line is. */
    static boolean isBase64(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Scan.isLineEnd(text.charAt(i))) {
                if (isBase64(new Scan(text, start, i), i - start)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isBase64(Scan scan, int length) {
        int digits = scan.takeAll(BASE64);
        int padding = length - digits;
        if (length % 4 != 0 || padding > 2) {
            return false;
        }
        for (int i = 0; i < padding; i++) {
            if (!scan.take('=')) {
                return false;
            }
        }
        return true;
    }
}

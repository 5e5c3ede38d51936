package dev.eventtester.field.format;

import dev.eventtester.json.JsText;

/** Addresses of the public web: HTTP or FTP, a public IPv4 address or a host name with a top-level domain. */
final class WebAddress {

    private final String text;
    private final int firstSpace;
    private final int lastSpace;

    private WebAddress(String text, int start) {
        this.text = text;
        int first = text.length();
        int last = start;
        for (int i = start; i < text.length(); i++) {
            if (JsText.isWhitespace(text.charAt(i))) {
                first = Math.min(first, i);
                last = i;
            }
        }
        this.firstSpace = first;
        this.lastSpace = last;
    }

    static boolean isUrl(String text) {
        int start = scheme(text);
        return start > 0 && new WebAddress(text, start).isUrl(start);
    }

    // Everything up to any @ may be the user; host names hold no @, so each character is looked at once.
    private boolean isUrl(int start) {
        if (isHost(start)) {
            return true;
        }
        for (int at = text.indexOf('@', start + 1); at >= 0 && at < firstSpace; at = text.indexOf('@', at + 1)) {
            if (isHost(at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static int scheme(String text) {
        int end = text.indexOf("://");
        if (end < 0 || end > 5) {
            return -1;
        }
        // The long s folds to s in the reference engine's case-insensitive Unicode matching.
        String scheme = text.substring(0, end).replace('\u017F', 's').toLowerCase(java.util.Locale.ROOT);
        return switch (scheme) {
            case "http", "https", "ftp" -> end + 3;
            default -> -1;
        };
    }

    private boolean isHost(int start) {
        int end = start;
        while (end < text.length() && ":/@".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return isPortAndPath(new Scan(text, end, text.length()))
                && (isPublicIpv4(text.substring(start, end)) || isDomain(text, start, end));
    }

    private boolean isPortAndPath(Scan scan) {
        if (scan.take(':')) {
            int digits = scan.takeAll(Scan.DIGITS);
            if (digits < 2 || digits > 5) {
                return false;
            }
        }
        return scan.atEnd() || (scan.peek() == '/' && lastSpace < scan.position());
    }

    private static boolean isPublicIpv4(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        int[] octets = new int[4];
        for (int i = 0; i < 4; i++) {
            octets[i] = octet(parts[i], i == 1 || i == 2);
            if (octets[i] < 0) {
                return false;
            }
        }
        int first = octets[0];
        return first >= 1 && first <= 223 && octets[3] >= 1 && octets[3] <= 254 && !isPrivate(first, parts[1]);
    }

    /** A decimal octet, or -1; a middle one may be written with a leading zero and 1 in front of any two digits. */
    private static int octet(String digits, boolean leadingZero) {
        int length = digits.length();
        if (length == 0 || length > 3 || (digits.charAt(0) == '0' && !(leadingZero && length < 3))) {
            return -1;
        }
        int octet = new Scan(digits).digits(length);
        return octet <= 255 ? octet : -1;
    }

    private static boolean isPrivate(int first, String second) {
        return first == 10
                || first == 127
                || (first == 169 && second.equals("254"))
                || (first == 192 && second.equals("168"))
                || (first == 172 && second.length() == 2 && second.compareTo("16") >= 0 && second.compareTo("31") <= 0);
    }

    private static boolean isDomain(String text, int start, int end) {
        int labels = 0;
        int topLevel = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text.charAt(i) == '.') {
                if (i < end && !isLabel(text, topLevel, i)) {
                    return false;
                }
                if (i < end) {
                    labels++;
                    topLevel = i + 1;
                }
            }
        }
        return labels > 0 && isTopLevel(text, topLevel, end);
    }

    private static boolean isLabel(String text, int start, int end) {
        boolean hyphen = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '-' && hyphen || c != '-' && !isWord(text, i)) {
                return false;
            }
            hyphen = c == '-';
        }
        return !hyphen;
    }

    private static boolean isTopLevel(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Scan.isDigit(text.charAt(i)) || !isWord(text, i)) {
                return false;
            }
        }
        return end - start >= 2;
    }

    /** A letter, a digit, or anything beyond Latin's controls that fits one UTF-16 unit. */
    private static boolean isWord(String text, int at) {
        char c = text.charAt(at);
        boolean paired =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                        || Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return Scan.isAlphanumeric(c) || (c >= '\u00A1' && !paired);
    }
}

package dev.eventtester.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes recorded URLs with the percent-encoding that a reader of the export needs. */
final class WireUrl {

    private static final String NOT_IN_PATH = "\"<>`{}^";
    private static final String NOT_IN_QUERY = "\"<>'";
    private static final String NOT_IN_URI = "\"<>\\^`{|}";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private WireUrl() {}

    /** The URL with its path and query as they went on the wire; its host stays as it is. */
    static String sent(String url) {
        int path = path(url);
        int query = url.indexOf('?', path);
        int end = query < 0 ? url.length() : query;
        return url.substring(0, path)
                + encoded(url.substring(path, end), NOT_IN_PATH)
                + encoded(url.substring(end), NOT_IN_QUERY);
    }

    /** The URL as a URI of RFC 3986, whatever it has. */
    static String uri(String url) {
        return encoded(url, NOT_IN_URI);
    }

    private static int path(String url) {
        int slashes = url.toLowerCase(Locale.ROOT).startsWith("http") ? url.indexOf("://") : -1;
        int at = slashes < 0 ? 0 : slashes + 3;
        while (at < url.length() && "/?#".indexOf(url.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String encoded(String text, String unfit) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || b == 0x7F || unfit.indexOf(b) >= 0) {
                encoded.append('%').append(HEX[b >> 4 & 0xF]).append(HEX[b & 0xF]);
            } else {
                encoded.append((char) b);
            }
        }
        return encoded.toString();
    }
}

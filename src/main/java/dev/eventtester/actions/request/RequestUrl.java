package dev.eventtester.actions.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The address of a request as text, brought into the form that the reference engine's client gives it and no further: the
 * judging of addresses is the delivery room's.
 */
record RequestUrl(String text) {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final String UNRESERVED = "-._~";
    private static final String ESCAPED = " \"'<>\\^`{|}\t\r\n";

    /** The address with the given query in place of its own. */
    RequestUrl withQuery(String query) {
        int end = Math.min(indexOrEnd('#'), indexOrEnd('?'));
        return new RequestUrl(text.substring(0, end) + '?' + query);
    }

    private int indexOrEnd(char c) {
        int index = text.indexOf(c);
        return index < 0 ? text.length() : index;
    }

    /**
     * The address with {@code {name}} replaced by a value, percent-encoded as one path segment.
     *
     * @throws ActionException if the value is missing, empty or would climb in the path
     */
    RequestUrl fill(String name, JsonNode value) {
        String segment = JsType.isNullish(value) ? "" : JsText.of(value);
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw ActionException.invalidPayload(
                    "The address needs a value for {" + name + "} but it was \"" + segment + "\".");
        }
        return new RequestUrl(text.replace('{' + name + '}', encoded(segment)));
    }

    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : wellFormed(value).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return encoded.toString();
    }

    /** The text with U+FFFD in place of every surrogate that has no partner. */
    static String wellFormed(String text) {
        StringBuilder fixed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                fixed = fixed == null ? new StringBuilder(text) : fixed;
                fixed.setCharAt(i, '\uFFFD');
            }
        }
        return fixed == null ? text : fixed.toString();
    }

    /** The address as the client sends it: scheme and host in lower case, a root path, some characters escaped. */
    String normalized() {
        String escaped = escaped();
        int host = escaped.indexOf("://") + 3;
        String scheme = host < 3 ? "" : escaped.substring(0, host).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http://") && !scheme.equals("https://")) {
            return escaped;
        }
        int path = host;
        while (path < escaped.length() && "/?#".indexOf(escaped.charAt(path)) < 0) {
            path++;
        }
        if (path == host) {
            return escaped;
        }
        int name = Math.max(host, escaped.lastIndexOf('@', path) + 1);
        boolean rooted = path < escaped.length() && escaped.charAt(path) == '/';
        return scheme
                + escaped.substring(host, name)
                + escaped.substring(name, path).toLowerCase(Locale.ROOT)
                + (rooted ? "" : "/")
                + escaped.substring(path);
    }

    private String escaped() {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ESCAPED.indexOf(c) >= 0) {
                escaped.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}

package dev.eventtester.delivery.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One request that an action wants to make. Header names are kept in lower case and in order; where two differ only in
 * case, the later one wins. What is merely unfit for the wire (a wrong URL, a header with a line break) is accepted
 * here, since it comes from a user's mapping: sending it ends as a recorded {@code BLOCKED} call.
 *
 * @param method the HTTP method; kept in upper case
 * @param url an absolute http or https URL, as the action built it
 * @param headers names to values; the wire has its own in place of those that frame the message
 * @param body the bytes to send, null for none; not copied and not to be changed afterwards
 */
public record OutgoingRequest(String method, String url, Map<String, String> headers, byte[] body) {

    private static final String EDGES = " \t\r\n";

    public OutgoingRequest {
        method = Objects.requireNonNull(method, "method").toUpperCase(Locale.ROOT);
        Objects.requireNonNull(url, "url");
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), withoutEdges(name, value)));
        headers = Collections.unmodifiableMap(lower);
    }

    /** Spaces and line breaks around a value are no part of it. */
    private static String withoutEdges(String name, String value) {
        Objects.requireNonNull(value, () -> "value of the header " + name);
        int from = 0;
        int to = value.length();
        while (from < to && EDGES.indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && EDGES.indexOf(value.charAt(to - 1)) >= 0) {
            to--;
        }
        return value.substring(from, to);
    }

    /** The same request with other headers. */
    public OutgoingRequest withHeaders(Map<String, String> others) {
        return new OutgoingRequest(method, url, others, body);
    }
}

package dev.eventtester.delivery;

import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a request's method and headers must look like to be sent. */
final class Head {

    /** The wire frames the message, names the host and knows which encodings it can undo by itself. */
    private static final Set<String> WIRE_HEADERS = Set.of(
            "host",
            "accept-encoding",
            "connection",
            "content-length",
            "transfer-encoding",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade",
            "expect");

    private static final Set<String> TUNNELS = Set.of("CONNECT", "TRACE", "TRACK");
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    private Head() {}

    /** The request without the headers that the wire sets. */
    static OutgoingRequest withoutWireHeaders(OutgoingRequest request) {
        if (request.headers().keySet().stream().noneMatch(WIRE_HEADERS::contains)) {
            return request;
        }
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.keySet().removeAll(WIRE_HEADERS);
        return request.withHeaders(headers);
    }

    /**
     * @throws DeliveryException of kind {@code BLOCKED}
     */
    static void check(OutgoingRequest request, int longest) {
        if (!isToken(request.method()) || TUNNELS.contains(request.method())) {
            throw DeliveryException.blocked("the method " + printable(request.method()) + " may not be sent");
        }
        long size = request.url().length();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            check(header.getKey(), header.getValue());
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        if (size > longest) {
            throw DeliveryException.blocked("the request's URL and headers have " + size + " bytes, more than the "
                    + longest + " that may be sent");
        }
    }

    private static void check(String name, String value) {
        if (!isToken(name)) {
            throw DeliveryException.blocked("the header name \"" + printable(name) + "\" is not valid");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F) {
                throw DeliveryException.blocked("the value of the header " + name + " contains a control character");
            }
            if (c > 0xFF) {
                throw DeliveryException.blocked(
                        "the value of the header " + name + " contains a character that HTTP headers cannot carry");
            }
        }
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || TOKEN_SIGNS.indexOf(c) >= 0);
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(40).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return shown.toString();
    }
}

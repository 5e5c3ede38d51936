package dev.eventtester.delivery.address;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a URL points, read strictly: what browsers repair, this refuses.
 *
 * @param host a name in ASCII and lower case without a final dot, or an address without brackets
 * @param literal the address if the host is one, else null
 * @param uri path and query as they go on the wire, never empty
 */
public record Target(boolean secure, String host, InetAddress literal, int port, String uri) {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final String NOT_IN_PATH = "\"<>`{}^";
    private static final String NOT_IN_QUERY = "\"<>'";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    /**
     * @throws RefusedException that says what is wrong with the URL
     */
    public static Target parse(String url) {
        refuseStrayCharacters(url);
        String lower = url.toLowerCase(Locale.ROOT);
        boolean secure = lower.startsWith("https://");
        if (!secure && !lower.startsWith("http://")) {
            throw refused("the URL must begin with http:// or https://");
        }
        int from = secure ? 8 : 7;
        int end = endOfAuthority(url, from);
        String authority = url.substring(from, end);
        if (authority.indexOf('@') >= 0) {
            throw refused("the URL must not contain a user name or password");
        }
        int colon =
                authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']') + 1) : authority.indexOf(':');
        if (authority.startsWith("[") && authority.indexOf(']') < 0) {
            throw refused("the URL's host has a bracket that does not close");
        }
        String host = colon < 0 ? authority : authority.substring(0, colon);
        int port = colon < 0 ? (secure ? 443 : 80) : port(authority.substring(colon + 1));
        return of(secure, host, port, uri(url, end));
    }

    private static Target of(boolean secure, String host, int port, String uri) {
        if (host.startsWith("[")) {
            String address = host.substring(1, host.length() - 1);
            return new Target(secure, address, ipv6(host), port, uri);
        }
        String name = name(host);
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean number = !last.isEmpty() && (isDigits(last) || last.startsWith("0x"));
        return new Target(secure, name, number ? ipv4(name) : null, port, uri);
    }

    /** The host as the {@code host} header has it, with the port where it is not the scheme's own. */
    public String authority() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? shown : shown + ":" + port;
    }

    /** A URL, right or wrong, with {@code instead} for what stands before an {@code @} in its authority. */
    public static String withoutUserInfo(String url, String instead) {
        int slashes = url.indexOf("//");
        int from = slashes < 0 ? url.indexOf(':') + 1 : slashes + 2;
        int at = url.substring(from, endOfAuthority(url, from)).lastIndexOf('@');
        return at < 0 ? url : url.substring(0, from) + instead + url.substring(from + at);
    }

    private static int endOfAuthority(String url, int from) {
        int end = from;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static void refuseStrayCharacters(String url) {
        for (int c : url.codePoints().toArray()) {
            if (c == '\\') {
                throw refused("the URL must not contain a backslash");
            }
            boolean broken = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (broken || Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                throw refused("the URL must not contain spaces or control characters");
            }
        }
    }

    private static int port(String digits) {
        int port = isDigits(digits) && digits.length() <= 5 ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65535 || digits.startsWith("0")) {
            throw refused("the URL's port must be a number from 1 to 65535");
        }
        return port;
    }

    private static String name(String host) {
        String ascii = ascii(host);
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.isEmpty()) {
            throw refused("the URL has no host");
        }
        if (name.length() > LONGEST_NAME) {
            throw refused("the URL's host is longer than " + LONGEST_NAME + " characters");
        }
        for (String label : name.split("\\.", -1)) {
            refuseLabel(label);
        }
        return name;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAName) {
            throw refused("the URL's host is not a valid name");
        }
    }

    private static void refuseLabel(String label) {
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw refused("the URL's host has a part that is empty or longer than " + LONGEST_LABEL + " characters");
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean inside = i > 0 && i < label.length() - 1;
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-' && inside)) {
                throw refused("the URL's host contains a character that names do not have");
            }
        }
    }

    /** Only four decimal numbers are an address: other spellings mean different addresses to different readers. */
    private static InetAddress ipv4(String host) {
        String[] parts = host.split("\\.", -1);
        byte[] bytes = new byte[4];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            boolean canonical = isDigits(part) && part.length() <= 3 && (part.length() == 1 || part.charAt(0) != '0');
            if (parts.length != 4 || !canonical || Integer.parseInt(part) > 255) {
                throw refused(
                        "the URL's host looks like an IPv4 address but is not four decimal numbers from 0 to 255");
            }
            bytes[i] = (byte) Integer.parseInt(part);
        }
        return address(bytes);
    }

    private static InetAddress ipv6(String bracketed) {
        String text = bracketed.substring(1, Math.max(1, bracketed.length() - 1));
        boolean plain = bracketed.endsWith("]")
                && text.indexOf(':') >= 0
                && text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0 && c < 0x80);
        if (!plain) {
            throw refused("the URL's host is not an IPv6 address without a zone");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException malformed) {
            throw refused("the URL's host is not an IPv6 address without a zone");
        }
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Path and query without the fragment; what a request line cannot carry is percent-encoded. */
    private static String uri(String url, int from) {
        int hash = url.indexOf('#', from);
        String rest = url.substring(from, hash < 0 ? url.length() : hash);
        StringBuilder uri = new StringBuilder(rest.startsWith("/") ? "" : "/");
        boolean query = false;
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            query |= b == '?';
            if (b < 0 || (query ? NOT_IN_QUERY : NOT_IN_PATH).indexOf(b) >= 0) {
                uri.append('%').append(HEX[b >> 4 & 0xF]).append(HEX[b & 0xF]);
            } else {
                uri.append((char) b);
            }
        }
        return uri.toString();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static RefusedException refused(String reason) {
        return new RefusedException(reason);
    }
}

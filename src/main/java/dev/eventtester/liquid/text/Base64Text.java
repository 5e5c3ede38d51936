package dev.eventtester.liquid.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 of UTF-8, as lenient as Node.js. */
public final class Base64Text {

    private static final int REPLACEMENT = 0xFFFD;

    private final byte[] bytes;
    private final StringBuilder text;
    private int at;

    private Base64Text(byte[] bytes) {
        this.bytes = bytes;
        this.text = new StringBuilder(bytes.length);
    }

    /** Encodes; half a surrogate pair becomes the replacement character. */
    public static String encode(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(whole::appendCodePoint);
        return Base64.getEncoder().encodeToString(whole.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes both alphabets, of every character only eight bits, up to the first {@code =}; everything else is
     * skipped. Bytes that are not UTF-8 become replacement characters.
     */
    public static String decode(String base64) {
        StringBuilder digits = new StringBuilder(base64.length());
        for (int i = 0; i < base64.length(); i++) {
            char c = (char) (base64.charAt(i) & 0xFF);
            if (c == '=') {
                break;
            }
            if (UrlText.isLetterOrDigit(c) || c == '+' || c == '/') {
                digits.append(c);
            } else if (c == '-' || c == '_') {
                digits.append(c == '-' ? '+' : '/');
            }
        }
        if (digits.length() % 4 == 1) {
            digits.setLength(digits.length() - 1);
        }
        return new Base64Text(Base64.getDecoder().decode(digits.toString())).decoded();
    }

    private String decoded() {
        while (at < bytes.length) {
            text.appendCodePoint(next());
        }
        return text.toString();
    }

    /** The next character; a sequence that breaks off is one replacement, as far as it could have been one. */
    private int next() {
        int lead = bytes[at++] & 0xFF;
        if (lead < 0x80) {
            return lead;
        }
        int rest =
                lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 0;
        if (rest == 0) {
            return REPLACEMENT;
        }
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        int c = lead & 0x3F >> rest;
        for (int i = 0; i < rest; i++) {
            int b = at < bytes.length ? bytes[at] & 0xFF : -1;
            if (b < low || b > high) {
                return REPLACEMENT;
            }
            c = c << 6 | b & 0x3F;
            at++;
            low = 0x80;
            high = 0xBF;
        }
        return c;
    }
}

package dev.eventtester.liquid.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent encoding of UTF-8. */
public final class UrlText {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private UrlText() {}

    /**
     * Encodes all but ASCII letters, digits and some more characters.
     *
     * @throws IllegalArgumentException for half a surrogate pair
     */
    public static String encode(String text, String kept, boolean plusForSpace) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isLetterOrDigit(c) || kept.indexOf(c) >= 0) {
                encoded.append((char) c);
            } else if (c == ' ' && plusForSpace) {
                encoded.append('+');
            } else if (Character.getType(c) == Character.SURROGATE) {
                throw new IllegalArgumentException("half a surrogate pair cannot be encoded for a URL");
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
                }
            }
        }
        return encoded.toString();
    }

    static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /**
     * Decodes what is percent-encoded.
     *
     * @throws IllegalArgumentException for a percent sign without two digits, and for bytes that are not UTF-8
     */
    public static String decode(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) != '%') {
                decoded.append(text.charAt(i++));
                continue;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (; i < text.length() && text.charAt(i) == '%'; i += 3) {
                bytes.write(escapedByte(text, i));
            }
            decoded.append(strictText(bytes.toByteArray()));
        }
        return decoded.toString();
    }

    private static int escapedByte(String text, int at) {
        int high = at + 2 < text.length() ? hex(text.charAt(at + 1)) : -1;
        int low = at + 2 < text.length() ? hex(text.charAt(at + 2)) : -1;
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException("\"%\" without two hexadecimal digits cannot be decoded");
        }
        return high << 4 | low;
    }

    private static int hex(char c) {
        return c > 127 ? -1 : Character.digit(c, 16);
    }

    private static CharSequence strictText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("percent escapes that are not UTF-8 cannot be decoded");
        }
    }
}

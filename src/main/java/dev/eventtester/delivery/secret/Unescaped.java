package dev.eventtester.delivery.secret;

import java.util.Arrays;

/** A text with its escapes undone that knows where in the original each byte came from. Immutable. */
final class Unescaped {

    private final byte[] bytes;

    /** For each byte the position in the original at which its spelling begins, and last the original's length. */
    private final int[] origins;

    private Unescaped(byte[] bytes, int[] origins) {
        this.bytes = bytes;
        this.origins = origins;
    }

    /** The original itself. */
    static Unescaped of(byte[] bytes) {
        return new Unescaped(bytes, null);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the byte's spelling begins in the original. */
    int origin(int index) {
        return origins == null ? index : origins[index];
    }

    /** Where the spelling of the byte before this index ends in the original. */
    int originEnd(int end) {
        int at = end;
        while (at > 0 && at < bytes.length && origin(at) == origin(at - 1)) {
            at++;
        }
        return origin(at);
    }

    boolean contains(char wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Without {@code %XX}; an escape that is cut off at the end is left out. */
    Unescaped percent() {
        Writer to = new Writer();
        int i = 0;
        while (i < bytes.length) {
            int hex = bytes[i] == '%' ? hex(i + 1, 2) : -1;
            if (hex >= 0) {
                to.write(hex, i);
                i += 3;
            } else if (bytes[i] == '%' && cutOff(i + 1, 2)) {
                break;
            } else {
                to.write(bytes[i], i);
                i++;
            }
        }
        return to.finish();
    }

    /** Without the escapes of a JSON string; an escape that is cut off at the end is left out. */
    Unescaped json() {
        Writer to = new Writer();
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] != '\\') {
                to.write(bytes[i], i);
                i++;
            } else if (i + 1 == bytes.length || (bytes[i + 1] == 'u' && cutOff(i + 2, 4))) {
                break;
            } else {
                i = jsonEscape(i, to);
            }
        }
        return to.finish();
    }

    private int jsonEscape(int i, Writer to) {
        if (bytes[i + 1] != 'u' || hex(i + 2, 4) < 0) {
            to.write(control(bytes[i + 1]), i);
            return i + 2;
        }
        int unit = hex(i + 2, 4);
        boolean paired = Character.isHighSurrogate((char) unit)
                && i + 7 < bytes.length
                && bytes[i + 6] == '\\'
                && bytes[i + 7] == 'u';
        int low = paired ? hex(i + 8, 4) : -1;
        if (low >= 0 && Character.isLowSurrogate((char) low)) {
            to.writeCodePoint(Character.toCodePoint((char) unit, (char) low), i);
            return i + 12;
        }
        to.writeCodePoint(unit, i);
        return i + 6;
    }

    private static int control(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> letter;
        };
    }

    /** The value of so many hexadecimal digits, or -1. */
    private int hex(int from, int digits) {
        if (from + digits > bytes.length) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit((char) bytes[i], 16);
            if (digit < 0 || bytes[i] < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** Whether the text ends before so many hexadecimal digits have come, and has only such until there. */
    private boolean cutOff(int from, int digits) {
        int there = bytes.length - from;
        return there < digits && (there == 0 || hex(from, there) >= 0);
    }

    /** Writes a text that is no longer than this one. */
    private final class Writer {
        private final byte[] written = new byte[bytes.length];
        private final int[] from = new int[bytes.length + 1];
        private int length;

        void write(int b, int index) {
            from[length] = origin(index);
            written[length++] = (byte) b;
        }

        void writeCodePoint(int point, int index) {
            if (point < 0x80) {
                write(point, index);
            } else if (point < 0x800) {
                write(0xC0 | point >> 6, index);
                write(0x80 | point & 0x3F, index);
            } else if (point < 0x10000) {
                write(0xE0 | point >> 12, index);
                write(0x80 | point >> 6 & 0x3F, index);
                write(0x80 | point & 0x3F, index);
            } else {
                write(0xF0 | point >> 18, index);
                write(0x80 | point >> 12 & 0x3F, index);
                write(0x80 | point >> 6 & 0x3F, index);
                write(0x80 | point & 0x3F, index);
            }
        }

        Unescaped finish() {
            from[length] = origin(bytes.length);
            return new Unescaped(Arrays.copyOf(written, length), Arrays.copyOf(from, length + 1));
        }
    }
}

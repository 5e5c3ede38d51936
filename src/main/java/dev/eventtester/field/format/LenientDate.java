package dev.eventtester.field.format;

import dev.eventtester.json.JsDate;
import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsText;

/**
 * What passes for a date in a field of type {@code datetime}: seconds since 1970, a text that begins with a year, or
 * whatever JavaScript's {@code Date} accepts.
 */
final class LenientDate {

    // Part by part what may follow the year; digits go up to two.
    private static final String BEFORE_TIME = "-d-d";
    private static final String TIME = "d:d:d.";
    private static final CharClass NUMBER = new CharClass("0123456789.e+-");

    private LenientDate() {}

    static boolean isDate(String text) {
        if (isInstant(text)) {
            return true;
        }
        if (isNumberText(text)) {
            return Math.abs(JsNumber.parse(text) * 1000) <= JsDate.MAX_MILLIS;
        }
        return isYearFirst(text) || !Double.isNaN(JsDate.parse(text));
    }

    /** The usual form, {@code 2024-05-01T12:34:56.789Z}, for speed alone: the rules below take it as well. */
    private static boolean isInstant(String text) {
        int length = text.length();
        if (length < 20 || text.charAt(10) != 'T' || text.charAt(length - 1) != 'Z') {
            return false;
        }
        int time = length - 1;
        if (length > 20) {
            Scan fraction = new Scan(text, 19, time);
            if (!fraction.take('.') || fraction.takeAll(Scan.DIGITS) == 0 || !fraction.atEnd()) {
                return false;
            }
            time = 19;
        }
        return DateFormats.isDate(new Scan(text, 0, 10)) && DateFormats.isClock(new Scan(text, 11, time));
    }

    /** Whether the text is what JavaScript makes of its own finite number, so neither {@code 1.0} nor {@code +1}. */
    private static boolean isNumberText(String text) {
        // No double has a longer text.
        if (text.isEmpty() || text.length() > 32) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!NUMBER.has(text.charAt(i))) {
                return false;
            }
        }
        double number = JsNumber.parse(text);
        return !Double.isNaN(number) && JsNumber.text(number).equals(text);
    }

    /**
     * Year, month, day, hour, minute, second and fraction, all but the year optional, with or without their separators
     * and in any range (fld-datetime-17: month 13 is fine). A zone is not part of it.
     */
    private static boolean isYearFirst(String text) {
        if (text.length() < 4 || new Scan(text).digits(4) < 0 || (text.charAt(text.length() - 1) | 0x20) == 'z') {
            return false;
        }
        int fraction = trailingDigits(text);
        int starts = positions(text, 4, BEFORE_TIME);
        for (int i = 0; starts >> i != 0; i++) {
            if ((starts >> i & 1) != 0 && isTime(text, 4 + i, fraction)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTime(String text, int start, int fraction) {
        int time = start;
        while (time < text.length() && isTimeSeparator(text.charAt(time))) {
            time++;
        }
        int ends = positions(text, time, TIME);
        for (int i = 0; ends >> i != 0; i++) {
            if ((ends >> i & 1) != 0 && time + i >= fraction) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTimeSeparator(char c) {
        return c == 'T' || c == 't' || JsText.isWhitespace(c);
    }

    private static int trailingDigits(String text) {
        int start = text.length();
        while (start > 0 && Scan.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** All positions, as bits counted from the start, at which the optional parts can end. */
    private static int positions(String text, int start, String parts) {
        int reached = 1;
        for (int i = 0; i < parts.length(); i++) {
            int steps = parts.charAt(i) == 'd' ? 2 : 1;
            for (int step = 0, from = reached; step < steps; step++) {
                from = advance(text, start, from, parts.charAt(i));
                reached |= from;
            }
        }
        return reached;
    }

    private static int advance(String text, int start, int from, char part) {
        int reached = 0;
        for (int i = 0; from >> i != 0 && start + i < text.length(); i++) {
            if ((from >> i & 1) != 0 && isPart(text.charAt(start + i), part)) {
                reached |= 1 << i + 1;
            }
        }
        return reached;
    }

    private static boolean isPart(char c, char part) {
        return switch (part) {
            case 'd' -> Scan.isDigit(c);
            case '-' -> c == '-' || c == '/';
            case '.' -> c == '.' || c == ':';
            default -> c == part;
        };
    }
}

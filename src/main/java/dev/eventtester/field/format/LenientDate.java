package dev.eventtester.field.format;

import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsText;

/**
 * What passes for a date in a field of type {@code datetime}: seconds since 1970, a text that begins with a year, or
 * whatever JavaScript's {@code Date} accepts.
 */
final class LenientDate {

    /** Dates end 100 million days from 1970. */
    static final double MAX_MILLIS = 8.64e15;

    // Part by part what may follow the year; digits go up to two.
    private static final String BEFORE_TIME = "-d-d";
    private static final String TIME = "d:d:d.";

    private LenientDate() {}

    static boolean isDate(String text) {
        if (isNumberText(text)) {
            return Math.abs(JsNumber.parse(text) * 1000) <= MAX_MILLIS;
        }
        return isYearFirst(text) || LegacyDate.isDate(text);
    }

    /** Whether the text is what JavaScript makes of its own number, so neither {@code 1.0} nor {@code +1}. */
    private static boolean isNumberText(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        boolean candidate = Scan.isDigit(first) || first == '-' || first == 'I' || first == 'N';
        // No double has a longer text.
        return candidate && text.length() < 32 && JsNumber.text(JsNumber.parse(text)).equals(text);
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

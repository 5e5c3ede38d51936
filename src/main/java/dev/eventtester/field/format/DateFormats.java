package dev.eventtester.field.format;

import dev.eventtester.json.JsText;

/** The date formats that have a grammar; see {@link LenientDate} for the one that has none. */
final class DateFormats {

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private DateFormats() {}

    static boolean isDate(String text) {
        return isDate(new Scan(text));
    }

    static boolean isDate(Scan scan) {
        int year = scan.digits(4);
        if (year < 0 || !scan.take('-')) {
            return false;
        }
        int month = scan.digits(2);
        if (month < 1 || month > 12 || !scan.take('-')) {
            return false;
        }
        int day = scan.digits(2);
        return scan.atEnd() && day >= 1 && day <= days(year, month);
    }

    private static int days(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    /** Hours, minutes and seconds without leap seconds, and nothing else. */
    static boolean isClock(Scan scan) {
        int hour = scan.digits(2);
        boolean minute = scan.take(':') && scan.digits(2, 59);
        boolean second = minute && scan.take(':') && scan.digits(2, 59);
        return hour >= 0 && hour <= 23 && second && scan.atEnd();
    }

    /** Hours, minutes and seconds, then perhaps a fraction, then perhaps a zone. */
    static boolean isTime(String text) {
        return isTime(new Scan(text));
    }

    private static boolean isTime(Scan scan) {
        int hour = scan.digits(2);
        if (hour < 0 || !scan.take(':')) {
            return false;
        }
        int minute = scan.digits(2);
        if (minute < 0 || !scan.take(':')) {
            return false;
        }
        int second = scan.digits(2);
        if (second < 0 || (scan.take('.') && scan.takeAll(Scan.DIGITS) == 0) || !isZone(scan)) {
            return false;
        }
        return hour <= 23 && minute <= 59 && (second <= 59 || (hour == 23 && minute == 59 && second == 60));
    }

    private static boolean isZone(Scan scan) {
        if (scan.takeIgnoringCase('z') || scan.atEnd()) {
            return scan.atEnd();
        }
        if (!(scan.take('+') || scan.take('-')) || scan.digits(2) < 0) {
            return false;
        }
        if (scan.atEnd()) {
            return true;
        }
        scan.take(':');
        return scan.digits(2) >= 0 && scan.atEnd();
    }

    /** A date and a time with exactly one separator, a T or white space, in the whole text. */
    static boolean isDateTime(String text) {
        int separator = -1;
        for (int i = 0; i < text.length(); i++) {
            if (isSeparator(text.charAt(i))) {
                if (separator >= 0) {
                    return false;
                }
                separator = i;
            }
        }
        return separator >= 0
                && isDate(new Scan(text, 0, separator))
                && isTime(new Scan(text, separator + 1, text.length()));
    }

    private static boolean isSeparator(char c) {
        return c == 'T' || c == 't' || JsText.isWhitespace(c);
    }

    /** An ISO period such as {@code P1Y2DT3H}, or weeks alone. */
    static boolean isDuration(String text) {
        Scan scan = new Scan(text);
        if (!scan.take('P') || scan.atEnd()) {
            return false;
        }
        return isPeriod(scan) || isWeeks(new Scan(text, 1, text.length()));
    }

    private static boolean isPeriod(Scan scan) {
        if (!takeUnits(scan, "YMD")) {
            return false;
        }
        if (!scan.take('T')) {
            return scan.atEnd();
        }
        return Scan.isDigit(scan.peek()) && takeUnits(scan, "HMS") && scan.atEnd();
    }

    private static boolean takeUnits(Scan scan, String units) {
        int next = 0;
        while (scan.takeAll(Scan.DIGITS) > 0) {
            int unit = units.indexOf(scan.peek(), next);
            if (scan.atEnd() || unit < 0) {
                return false;
            }
            scan.skip();
            next = unit + 1;
        }
        return true;
    }

    private static boolean isWeeks(Scan scan) {
        return scan.takeAll(Scan.DIGITS) > 0 && scan.take('W') && scan.atEnd();
    }
}

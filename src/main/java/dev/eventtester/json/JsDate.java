package dev.eventtester.json;

import dev.eventtester.json.DateScanner.Kind;
import dev.eventtester.json.DateScanner.Token;

/**
 * Dates as JavaScript reads them in V8: ISO 8601, and otherwise almost anything with numbers in it. Words before
 * the first number and texts in brackets are ignored; without a zone a date is one of UTC.
 */
public final class JsDate {

    /** Dates end 100 million days from 1970. */
    public static final double MAX_MILLIS = 8.64e15;

    private final DateScanner scanner;
    private final DateParts parts = new DateParts();
    private boolean numberSeen;

    private JsDate(String text) {
        this.scanner = new DateScanner(text);
    }

    /** Milliseconds since 1970, or NaN when the text is not a date or one out of JavaScript's range. */
    public static double parse(String text) {
        JsDate date = new JsDate(text);
        double millis = date.read() ? date.parts.millis() : Double.NaN;
        return Math.abs(millis) <= MAX_MILLIS ? millis : Double.NaN;
    }

    private boolean read() {
        Token token = scanner.peek();
        if (!readIsoDay()) {
            // What has been read so far counts for the lenient reading, too.
            token = token.isSign() && !parts.hasDays() ? token : scanner.next();
        } else if (scanner.peek().is(Kind.TIME_SEPARATOR)) {
            parts.markIso();
            scanner.next();
            return readIsoTime() && readIsoZone() && scanner.peek().is(Kind.END);
        } else {
            token = scanner.next();
            if (token.is(Kind.END)) {
                parts.markIso();
                parts.setZone(1, 0, 0);
            }
        }
        numberSeen = parts.hasDays();
        for (; !token.is(Kind.END); token = scanner.next()) {
            if (!take(token)) {
                return false;
            }
        }
        return true;
    }

    /** Reads {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}, or with a sign six digits of a year. */
    private boolean readIsoDay() {
        Token first = scanner.peek();
        if (first.isSign()) {
            scanner.next();
            Token year = scanner.peek();
            if (!year.isNumberOf(6)) {
                return false;
            }
            scanner.next();
            if (first.sign() < 0 && year.value() == 0) {
                return false;
            }
            parts.addDay(first.sign() * year.value());
        } else if (first.isNumberOf(4)) {
            parts.addDay(scanner.next().value());
        } else {
            return false;
        }
        if (!scanner.skip('-')) {
            return true;
        }
        Token month = scanner.peek();
        if (!month.isNumberOf(2) || !DateParts.isMonth(month.value())) {
            return false;
        }
        parts.addDay(scanner.next().value());
        if (!scanner.skip('-')) {
            return true;
        }
        Token day = scanner.peek();
        return day.isNumberOf(2)
                && DateParts.isDay(day.value())
                && parts.addDay(scanner.next().value());
    }

    private boolean readIsoTime() {
        Token hour = scanner.next();
        boolean midnight = hour.value() == 24;
        if (!hour.isNumberOf(2) || hour.value() > 24) {
            return false;
        }
        parts.addTime(hour.value());
        if (!scanner.skip(':') || !readIsoSixtieth(midnight)) {
            return false;
        }
        if (!scanner.skip(':')) {
            return true;
        }
        if (!readIsoSixtieth(midnight)) {
            return false;
        }
        if (!scanner.skip('.')) {
            return true;
        }
        Token fraction = scanner.next();
        return fraction.is(Kind.NUMBER)
                && !(midnight && fraction.value() > 0)
                && parts.addTime(firstThreeDigits(fraction));
    }

    private boolean readIsoSixtieth(boolean midnight) {
        Token number = scanner.next();
        return number.isNumberOf(2)
                && DateParts.isMinute(number.value())
                && !(midnight && number.value() > 0)
                && parts.addTime(number.value());
    }

    private boolean readIsoZone() {
        if (scanner.peek().isZ()) {
            scanner.next();
            parts.setZone(1, 0, 0);
            return true;
        }
        if (!scanner.peek().isSign()) {
            return true;
        }
        int sign = scanner.next().sign();
        Token offset = scanner.next();
        int hour = offset.isNumberOf(4) ? offset.value() / 100 : offset.value();
        int minute = offset.value() % 100;
        if (!offset.isNumberOf(4)) {
            boolean readable =
                    offset.isNumberOf(2) && scanner.skip(':') && scanner.peek().isNumberOf(2);
            minute = readable ? scanner.next().value() : -1;
        }
        parts.setZone(sign, hour, minute);
        return hour <= 23 && DateParts.isMinute(minute);
    }

    private static int firstThreeDigits(Token fraction) {
        int number = fraction.value();
        int length = Math.min(fraction.length(), DateScanner.SIGNIFICANT_DIGITS);
        for (; length < 3; length++) {
            number *= 10;
        }
        for (; length > 3; length--) {
            number /= 10;
        }
        return number;
    }

    private boolean take(Token token) {
        return switch (token.kind()) {
            case NUMBER -> takeNumber(token.value());
            case MONTH -> {
                parts.nameMonth(token.value());
                scanner.skip('-');
                yield true;
            }
            case AM_PM -> parts.hasTime() ? takeHalfDay(token.value()) : takeWord();
            case ZONE -> numberSeen ? takeZone(token.value()) : takeWord();
            case TIME_SEPARATOR, OTHER_WORD -> takeWord();
            case SYMBOL -> takeSymbol(token);
            default -> true;
        };
    }

    private boolean takeNumber(int number) {
        numberSeen = true;
        if (scanner.skip(':')) {
            return scanner.skip(':') ? takeHourAndZero(number) : takeTime(number);
        }
        if (scanner.skip('.') && parts.continuesTime(number)) {
            parts.addTime(number);
            Token fraction = scanner.next();
            parts.endTime(firstThreeDigits(fraction));
            return fraction.is(Kind.NUMBER);
        }
        if (parts.continuesZone(number)) {
            parts.setZoneMinute(number);
            return true;
        }
        if (parts.continuesTime(number)) {
            parts.endTime(number);
            Token next = scanner.peek();
            return next.is(Kind.END) || next.is(Kind.BLANK) || next.isZ() || next.isSign();
        }
        boolean taken = parts.addDay(number);
        scanner.skip('-');
        return taken;
    }

    private boolean takeHourAndZero(int hour) {
        return !parts.hasTime() && parts.addTime(hour) && parts.addTime(0);
    }

    private boolean takeTime(int number) {
        boolean taken = parts.addTime(number);
        scanner.skip('.');
        return taken;
    }

    private boolean takeHalfDay(int hours) {
        parts.setHalfDay(hours);
        return true;
    }

    private boolean takeZone(int hours) {
        parts.setZone(hours < 0 ? -1 : 1, Math.abs(hours), 0);
        return true;
    }

    /** A word without meaning has to come before the first number, and not to touch it. */
    private boolean takeWord() {
        return !numberSeen && !scanner.peek().is(Kind.NUMBER);
    }

    private boolean takeSymbol(Token symbol) {
        if (symbol.isSign() && (parts.isUtc() || parts.hasTime())) {
            return takeOffset(symbol.sign());
        }
        return !numberSeen || !(symbol.isSign() || symbol.isSymbol(')'));
    }

    private boolean takeOffset(int sign) {
        numberSeen = true;
        boolean given = scanner.peek().is(Kind.NUMBER);
        int length = given ? scanner.peek().length() : 0;
        int number = given ? scanner.next().value() : 0;
        if (scanner.peek().isSymbol(':')) {
            parts.openZone(sign, number);
            return true;
        }
        boolean hoursOnly = length <= 2;
        parts.setZone(sign, hoursOnly ? number : number / 100, hoursOnly ? 0 : number % 100);
        return length >= 1 && length <= 4;
    }
}

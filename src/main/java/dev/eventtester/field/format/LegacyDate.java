package dev.eventtester.field.format;

import dev.eventtester.field.format.DateTokens.Kind;
import dev.eventtester.field.format.DateTokens.Token;

/**
 * Whether JavaScript's {@code Date} accepts a text, as the reference engine's runtime reads it: an ISO date and time,
 * or else nearly anything with numbers in it. Words before the first number and texts in parentheses are ignored; a
 * number before a colon is a time, any other one a year, month or day; words that begin like a month are that month.
 */
final class LegacyDate {

    private final DateTokens tokens;
    private final DateParts parts = new DateParts();
    private boolean numberSeen;

    private LegacyDate(String text) {
        this.tokens = new DateTokens(text);
    }

    static boolean isDate(String text) {
        return new LegacyDate(text).isDate();
    }

    private boolean isDate() {
        Token token = new IsoDate(tokens, parts).read();
        if (token == IsoDate.INVALID) {
            return false;
        }
        numberSeen = parts.hasDate();
        for (; !token.isEnd(); token = tokens.next()) {
            if (!take(token)) {
                return false;
            }
        }
        return parts.isInRange();
    }

    private boolean take(Token token) {
        return switch (token.kind()) {
            case NUMBER -> {
                numberSeen = true;
                yield takeNumber(token.value());
            }
            case HALF_OF_DAY, MONTH, ZONE, TIME_SEPARATOR, WORD -> takeWord(token);
            case SYMBOL -> takeSymbol(token);
            default -> true;
        };
    }

    private boolean takeNumber(int number) {
        if (tokens.skip(':')) {
            return takeTime(number);
        }
        if (tokens.skip('.') && parts.expectsTime(number)) {
            parts.addTime(number);
            if (!tokens.peek().isNumber()) {
                return false;
            }
            parts.endTime(millis(tokens.next()));
            return true;
        }
        if (parts.expectsZoneMinute(number)) {
            parts.zoneMinute(number);
            return true;
        }
        if (parts.expectsTime(number)) {
            parts.endTime(number);
            Token next = tokens.peek();
            return next.isEnd() || next.kind() == Kind.WHITESPACE || next.isZulu() || next.isSign();
        }
        boolean taken = parts.addDate(number);
        tokens.skip('-');
        return taken;
    }

    private boolean takeTime(int number) {
        if (tokens.skip(':')) {
            return !parts.hasTime() && parts.addTime(number) && parts.addTime(0);
        }
        boolean taken = parts.addTime(number);
        tokens.skip('.');
        return taken;
    }

    private boolean takeWord(Token word) {
        if (word.kind() == Kind.HALF_OF_DAY && parts.hasTime()) {
            parts.nameHalfOfDay(word.value());
            return true;
        }
        if (word.kind() == Kind.MONTH) {
            parts.nameMonth(word.value());
            tokens.skip('-');
            return true;
        }
        if (word.kind() == Kind.ZONE && numberSeen) {
            parts.nameZone(word.value());
            return true;
        }
        // Other words must come before the first number, and not touch it.
        return !numberSeen && !tokens.peek().isNumber();
    }

    private boolean takeSymbol(Token symbol) {
        if (symbol.isSign() && (parts.isUtc() || parts.hasTime())) {
            return takeOffset(symbol.isSymbol('-') ? -1 : 1);
        }
        return !numberSeen || !(symbol.isSign() || symbol.isSymbol(')'));
    }

    private boolean takeOffset(int sign) {
        Token offset = tokens.peek().isNumber() ? tokens.next() : new Token(Kind.NUMBER, 0, 0);
        int number = offset.value();
        numberSeen = true;
        if (tokens.peek().isSymbol(':')) {
            parts.openZone(sign, number);
            return true;
        }
        switch (offset.length()) {
            case 1, 2 -> parts.zone(sign, number, 0);
            case 3, 4 -> parts.zone(sign, number / 100, number % 100);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The first three digits of a fraction. */
    static int millis(Token fraction) {
        int number = fraction.value();
        int length = Math.min(fraction.length(), DateTokens.SIGNIFICANT_DIGITS);
        for (; length < 3; length++) {
            number *= 10;
        }
        for (; length > 3; length--) {
            number /= 10;
        }
        return number;
    }
}

package dev.eventtester.field.format;

import dev.eventtester.field.format.DateTokens.Kind;
import dev.eventtester.field.format.DateTokens.Token;

/** Reads as much of a date as is ISO 8601; what is left may still be a {@link LegacyDate}. */
final class IsoDate {

    /** The text can not be a date at all any more. */
    static final Token INVALID = new Token(Kind.OTHER, -1, 0);

    private static final Token END = new Token(Kind.END, 0, 0);

    private final DateTokens tokens;
    private final DateParts parts;

    IsoDate(DateTokens tokens, DateParts parts) {
        this.tokens = tokens;
        this.parts = parts;
    }

    /** Reads the date and tells the token to go on with: the end when all of it was read, or {@link #INVALID}. */
    Token read() {
        Token first = tokens.peek();
        if (first.isSign()) {
            tokens.next();
            Token year = tokens.peek();
            if (!year.isNumber(6)) {
                return first;
            }
            tokens.next();
            if (first.isSymbol('-') && year.value() == 0) {
                return first;
            }
            parts.addDate(first.isSymbol('-') ? -year.value() : year.value());
        } else if (first.isNumber(4)) {
            parts.addDate(tokens.next().value());
        } else {
            return tokens.next();
        }
        return readMonth();
    }

    private Token readMonth() {
        if (tokens.skip('-')) {
            if (!tokens.peek().isNumber(2) || !DateParts.isMonth(tokens.peek().value())) {
                return tokens.next();
            }
            parts.addDate(tokens.next().value());
            if (tokens.skip('-')) {
                if (!tokens.peek().isNumber(2) || !DateParts.isDay(tokens.peek().value())) {
                    return tokens.next();
                }
                parts.addDate(tokens.next().value());
            }
        }
        return readTime();
    }

    private Token readTime() {
        if (tokens.peek().kind() == Kind.TIME_SEPARATOR) {
            tokens.next();
            // Nothing but an ISO time may follow a T.
            if (!isTime() || !isZone() || !tokens.peek().isEnd()) {
                return INVALID;
            }
        } else if (tokens.peek().isEnd()) {
            parts.nameZone(0);
        } else {
            return tokens.next();
        }
        parts.markIso();
        return END;
    }

    private boolean isTime() {
        Token hour = tokens.peek();
        if (!hour.isNumber(2) || hour.value() > 24) {
            return false;
        }
        boolean midnight = hour.value() == 24;
        parts.addTime(tokens.next().value());
        if (!tokens.skip(':') || !isSixtieth(midnight)) {
            return false;
        }
        if (!tokens.skip(':')) {
            return true;
        }
        if (!isSixtieth(midnight)) {
            return false;
        }
        return !tokens.skip('.') || isFraction(midnight);
    }

    private boolean isSixtieth(boolean midnight) {
        Token number = tokens.peek();
        if (!number.isNumber(2) || !DateParts.isMinute(number.value()) || (midnight && number.value() > 0)) {
            return false;
        }
        return parts.addTime(tokens.next().value());
    }

    private boolean isFraction(boolean midnight) {
        Token fraction = tokens.peek();
        if (!fraction.isNumber() || (midnight && fraction.value() > 0)) {
            return false;
        }
        return parts.addTime(LegacyDate.millis(tokens.next()));
    }

    private boolean isZone() {
        if (tokens.peek().isZulu()) {
            tokens.next();
            parts.nameZone(0);
            return true;
        }
        if (!tokens.peek().isSign()) {
            return true;
        }
        int sign = tokens.next().isSymbol('-') ? -1 : 1;
        Token offset = tokens.next();
        if (offset.isNumber(4)) {
            parts.zone(sign, offset.value() / 100, offset.value() % 100);
            return DateParts.isHour(offset.value() / 100) && DateParts.isMinute(offset.value() % 100);
        }
        if (!offset.isNumber(2) || !DateParts.isHour(offset.value()) || !tokens.skip(':')) {
            return false;
        }
        Token minutes = tokens.next();
        parts.zone(sign, offset.value(), minutes.value());
        return minutes.isNumber(2) && DateParts.isMinute(minutes.value());
    }
}

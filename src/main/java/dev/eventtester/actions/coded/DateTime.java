package dev.eventtester.actions.coded;

import dev.eventtester.json.JsDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as the date library of the reference engine reads them; a time without a zone is one of UTC. */
final class DateTime {

    /** Dates end 100 million days from 1970. */
    static final double MAX_MILLIS = 8.64e15;

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})[-/]?(\\d{1,2})?[-/]?(\\d{0,2})[Tt\\s]*+(\\d{1,2})?:?(\\d{1,2})?:?(\\d{1,2})?[.:]?(\\d+)?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private DateTime() {}

    /**
     * Year first with any parts in any range unless it ends with Z, otherwise whatever JavaScript's {@code Date} takes.
     *
     * @return milliseconds since 1970, or NaN if it is no date
     */
    static double millis(String text) {
        boolean zoned = text.endsWith("Z") || text.endsWith("z");
        Matcher year = YEAR_FIRST.matcher(text);
        if (zoned || !year.matches()) {
            return JsDate.parse(text);
        }
        int fullYear = number(year, 1, 0);
        long day = LocalDate.of(fullYear < 100 ? fullYear + 1900 : fullYear, 1, 1)
                .plusMonths(number(year, 2, 1) - 1L)
                .plusDays(Math.max(1, number(year, 3, 1)) - 1L)
                .toEpochDay();
        double minutes = (day * 24d + number(year, 4, 0)) * 60 + number(year, 5, 0);
        return (minutes * 60 + number(year, 6, 0)) * 1000 + fraction(year.group(7));
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        String digits = matcher.group(group);
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    // The first three digits are taken as a number: ".1" is one millisecond.
    private static int fraction(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits.substring(0, Math.min(3, digits.length())));
    }

    /** {@code YYYY-MM-DD HH:MM:SS} in UTC. */
    static String text(double millis) {
        return SECONDS.format(Instant.ofEpochMilli((long) millis).atOffset(ZoneOffset.UTC));
    }
}

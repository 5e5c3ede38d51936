package dev.eventtester.actions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in texts, read as the reference engine's libraries do; a time without a zone is one of UTC. */
final class DateText {

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})[-/]?(\\d{1,2})?[-/]?(\\d{0,2})[Tt\\s]*+(\\d{1,2})?:?(\\d{1,2})?:?(\\d{1,2})?[.:]?(\\d+)?");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?" + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?"
                    + "(?:[Zz]|([-+])(\\d\\d):?(\\d\\d))?)?");
    private static final List<DateTimeFormatter> OTHERS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            withTime("M/d/uuuu"),
            withTime("MMMM d[,] uuuu"),
            withTime("MMM d[,] uuuu"),
            withTime("d MMMM uuuu"),
            withTime("d MMM uuuu"));

    private DateText() {}

    private static DateTimeFormatter withTime(String date) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(date + "[[','] H:mm[:ss]]")
                .toFormatter(Locale.ENGLISH);
    }

    /**
     * As the date library reads it: year first with any parts in any range unless it ends with Z, otherwise as
     * {@link #millis}.
     *
     * @return milliseconds since 1970, or NaN if it is no date
     */
    static double lenientMillis(String text) {
        boolean zoned = text.endsWith("Z") || text.endsWith("z");
        Matcher year = zoned ? null : YEAR_FIRST.matcher(text);
        if (year == null || !year.matches()) {
            return millis(text);
        }
        String fraction = year.group(7) == null ? "0" : year.group(7);
        return millis(
                new int[] {
                    number(year, 1, 0),
                    number(year, 2, 1),
                    number(year, 3, 1) == 0 ? 1 : number(year, 3, 1),
                    number(year, 4, 0),
                    number(year, 5, 0),
                    number(year, 6, 0)
                },
                Integer.parseInt(fraction.substring(0, Math.min(3, fraction.length()))));
    }

    /** As JavaScript's {@code Date} reads the usual forms: ISO 8601, RFC 1123 and the American and English ones. */
    static double millis(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return ofOtherForm(text.trim());
        }
        int[] parts = {
            number(iso, 1, 0), number(iso, 2, 1), number(iso, 3, 1), number(iso, 4, 0), number(iso, 5, 0), number(iso, 6, 0)
        };
        String fraction = ((iso.group(7) == null ? "" : iso.group(7)) + "000").substring(0, 3);
        int millis = Integer.parseInt(fraction);
        boolean endOfDay = parts[3] == 24 && parts[4] == 0 && parts[5] == 0 && millis == 0;
        boolean inRange = parts[1] >= 1
                && parts[1] <= 12
                && parts[2] >= 1
                && parts[2] <= 31
                && (parts[3] < 24 || endOfDay)
                && parts[4] < 60
                && parts[5] < 60;
        return inRange ? millis(parts, millis) - offset(iso) : Double.NaN;
    }

    private static long offset(Matcher iso) {
        if (iso.group(8) == null) {
            return 0;
        }
        long minutes = number(iso, 9, 0) * 60L + number(iso, 10, 0);
        return (iso.group(8).equals("-") ? -minutes : minutes) * 60_000;
    }

    private static double ofOtherForm(String text) {
        for (DateTimeFormatter form : OTHERS) {
            try {
                TemporalAccessor parsed = form.parse(text);
                long day = parsed.getLong(ChronoField.EPOCH_DAY);
                long seconds = parsed.isSupported(ChronoField.SECOND_OF_DAY) ? parsed.get(ChronoField.SECOND_OF_DAY) : 0;
                return (day * 86_400L + seconds) * 1000;
            } catch (DateTimeException notThisForm) {
                continue;
            }
        }
        return Double.NaN;
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        String digits = matcher.group(group);
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    // Parts may be out of range and then carry over; years below 100 are those of the last century.
    private static double millis(int[] parts, int millis) {
        int year = parts[0] < 100 ? parts[0] + 1900 : parts[0];
        long day = LocalDate.of(year, 1, 1)
                .plusMonths(parts[1] - 1L)
                .plusDays(parts[2] - 1L)
                .toEpochDay();
        return ((day * 24 + parts[3]) * 60 + parts[4]) * 60_000d + parts[5] * 1000d + millis;
    }

    /** {@code YYYY-MM-DD HH:MM:SS} in UTC. */
    static String dateAndTime(double millis) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .format(java.time.Instant.ofEpochMilli((long) millis).atOffset(ZoneOffset.UTC));
    }
}

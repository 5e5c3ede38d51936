package dev.eventtester.liquid.date;

import dev.eventtester.json.JsNumber;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Shows a date by directives such as {@code %Y} and {@code %-d}; unknown ones stay as they are written. */
public final class Strftime {

    private static final String FLAGS = "-_0^#:";
    private static final String PADDED_WITH_SPACES = "aAbBceklpP";
    private static final int FRACTION_DIGITS = 9;
    private static final int WORK = 8;

    private final ShownDate date;
    private final LocalDateTime time;
    private final String format;
    private final LongConsumer meter;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private String flags = "";
    private String width = "";

    private Strftime(ShownDate date, String format, LongConsumer meter) {
        this.date = date;
        this.time = date.time();
        this.format = format;
        this.meter = meter;
    }

    /**
     * Shows a date.
     *
     * @param meter told the work of each directive before it is done, in about the characters copied; may throw to end
     *     it
     */
    public static String format(ShownDate date, String format, LongConsumer meter) {
        Strftime strftime = new Strftime(date, format, meter);
        while (strftime.at < format.length()) {
            strftime.next();
        }
        return strftime.out.toString();
    }

    private void next() {
        int begin = at;
        if (format.charAt(at++) != '%') {
            out.append(format.charAt(begin));
            return;
        }
        meter.accept(WORK);
        flags = span(FLAGS);
        width = span("0123456789");
        if (at < format.length() && (format.charAt(at) == 'E' || format.charAt(at) == 'O')) {
            at++;
        }
        boolean complete = at < format.length() && !isLineEnd(format.charAt(at));
        String shown = complete ? shown(format.charAt(at++)) : "";
        // Every directive shows something, except the year's last digits.
        boolean known = !shown.isEmpty() || (complete && format.charAt(at - 1) == 'y');
        out.append(known ? padded(shown, format.charAt(at - 1)) : format.substring(begin, at));
    }

    private String span(String characters) {
        int begin = at;
        while (at < format.length() && characters.indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        return format.substring(begin, at);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    private String padded(String shown, char directive) {
        String text = shown;
        if (has('^')) {
            text = text.toUpperCase(Locale.ROOT);
        } else if (has('#')) {
            boolean hasSmall = text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
            text = hasSmall ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        }
        boolean spaces = has('_') || (!has('0') && PADDED_WITH_SPACES.indexOf(directive) >= 0);
        int missing = (has('-') ? 0 : width(directive)) - text.length();
        return missing > 0 ? (spaces ? " " : "0").repeat(missing) + text : text;
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    private int width(char directive) {
        if (!width.isEmpty()) {
            return givenWidth();
        }
        return switch (directive) {
            case 'd', 'e', 'H', 'I', 'k', 'l', 'm', 'M', 'S', 'U', 'W' -> 2;
            case 'j', 'L' -> 3;
            default -> 0;
        };
    }

    private int givenWidth() {
        double given = JsNumber.parse(width);
        meter.accept((long) given);
        return (int) given;
    }

    /** What a directive stands for; nothing when there is no such directive. */
    private String shown(char directive) {
        return switch (directive) {
            case 'a', 'A', 'b', 'B', 'h', 'p', 'P', 'q' -> word(directive);
            case 'c' -> localDate() + ", " + localTime();
            case 'x' -> localDate();
            case 'X' -> localTime();
            case 'N' -> fraction();
            case 'y' -> yearDigits(2, 4);
            case 'C' -> Integer.toString(Integer.parseInt(yearDigits(0, 2)));
            case 's' -> JsNumber.text(Math.floor(millis() / 1000.0 + 0.5));
            case 'z' -> offset();
            case 'Z' -> date.zone().isEmpty() ? offset() : date.zone();
            case 't' -> "\t";
            case 'n' -> "\n";
            case '%' -> "%";
            default -> number(directive);
        };
    }

    private String word(char directive) {
        String day = capitalized(time.getDayOfWeek().name());
        String month = capitalized(time.getMonth().name());
        return switch (directive) {
            case 'A' -> day;
            case 'a' -> day.substring(0, 3);
            case 'B' -> month;
            case 'b', 'h' -> month.substring(0, 3);
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'P' -> time.getHour() < 12 ? "am" : "pm";
            default -> ordinal(time.getDayOfMonth());
        };
    }

    private String number(char directive) {
        return switch (directive) {
            case 'd', 'e' -> Integer.toString(time.getDayOfMonth());
            case 'H', 'k' -> Integer.toString(time.getHour());
            case 'I', 'l' -> Integer.toString(hour12());
            case 'j' -> Integer.toString(time.getDayOfYear());
            case 'L' -> Integer.toString(millisOfSecond());
            case 'm' -> Integer.toString(time.getMonthValue());
            case 'M' -> Integer.toString(time.getMinute());
            case 'S' -> Integer.toString(time.getSecond());
            case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
            case 'U' -> Integer.toString(week(0));
            case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
            case 'W' -> Integer.toString(week(1));
            case 'Y' -> Integer.toString(time.getYear());
            default -> "";
        };
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String ordinal(int day) {
        if (day >= 11 && day <= 13) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private String yearDigits(int from, int to) {
        String year = Integer.toString(time.getYear());
        return year.substring(Math.min(from, year.length()), Math.min(to, year.length()));
    }

    /** The week of the year, weeks starting on Sunday (0) or Monday (1). */
    private int week(int firstDay) {
        int firstOfThisWeek =
                time.getDayOfYear() + firstDay - time.getDayOfWeek().getValue() % 7;
        // JavaScript takes the years 0 to 99 for those of the 20th century here.
        int year = time.getYear() >= 0 && time.getYear() < 100 ? 1900 + time.getYear() : time.getYear();
        int newYear = LocalDateTime.of(year, 1, 1, 0, 0).getDayOfWeek().getValue() % 7;
        return Math.floorDiv(firstOfThisWeek - (7 - newYear + firstDay), 7) + 1;
    }

    private int hour12() {
        return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    }

    private int millisOfSecond() {
        return time.getNano() / 1_000_000;
    }

    private long millis() {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** The milliseconds' digits, filled up at their end. */
    private String fraction() {
        int digits = width.isEmpty() ? 0 : givenWidth();
        String millis = Integer.toString(millisOfSecond());
        int wanted = digits == 0 ? FRACTION_DIGITS : digits;
        return wanted < millis.length() ? millis.substring(0, wanted) : millis + "0".repeat(wanted - millis.length());
    }

    private String offset() {
        double minutes = Math.abs(date.offset());
        return (date.offset() > 0 ? "-" : "+")
                + twoDigits(Math.floor(minutes / 60))
                + (has(':') ? ":" : "")
                + twoDigits(minutes % 60);
    }

    private static String twoDigits(double number) {
        String text = JsNumber.text(number);
        return text.length() < 2 ? "0" + text : text;
    }

    private String localDate() {
        int year = time.getYear() > 0 ? time.getYear() : 1 - time.getYear();
        return time.getMonthValue() + "/" + time.getDayOfMonth() + "/" + year;
    }

    private String localTime() {
        return hour12()
                + ":" + twoDigits(time.getMinute())
                + ":" + twoDigits(time.getSecond())
                + (time.getHour() < 12 ? " AM" : " PM");
    }
}

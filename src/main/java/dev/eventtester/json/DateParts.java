package dev.eventtester.json;

import java.time.LocalDate;

/** The numbers of a date's text, collected before it is known which of them is the year. */
final class DateParts {

    private static final int UNKNOWN = -1;

    private final int[] days = {1, 1, 1};
    private final int[] times = new int[4];
    private int dayCount;
    private int timeCount;
    private int namedMonth;
    private int halfDay = UNKNOWN;
    private int zoneSign;
    private int zoneHour = UNKNOWN;
    private int zoneMinute = UNKNOWN;
    private boolean iso;

    static boolean isMonth(int number) {
        return number >= 1 && number <= 12;
    }

    static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }

    static boolean isMinute(int number) {
        return number >= 0 && number <= 59;
    }

    /** A year, month or day; at most three. */
    boolean addDay(int number) {
        if (dayCount == days.length) {
            return false;
        }
        days[dayCount++] = number;
        return true;
    }

    boolean hasDays() {
        return dayCount > 0;
    }

    void nameMonth(int month) {
        namedMonth = month;
    }

    /** The days are year, month and day, and the year is meant as it is written. */
    void markIso() {
        iso = true;
    }

    /** An hour, minute, second or millisecond; at most four. */
    boolean addTime(int number) {
        if (timeCount == times.length) {
            return false;
        }
        times[timeCount++] = number;
        return true;
    }

    /** The last number of a time. */
    void endTime(int number) {
        addTime(number);
        timeCount = times.length;
    }

    boolean hasTime() {
        return timeCount > 0;
    }

    /** Whether a number can go on with a time that has begun. */
    boolean continuesTime(int number) {
        return switch (timeCount) {
            case 1, 2 -> isMinute(number);
            case 3 -> number <= 999;
            default -> false;
        };
    }

    void setHalfDay(int hours) {
        halfDay = hours;
    }

    void setZone(int sign, int hour, int minute) {
        zoneSign = sign;
        zoneHour = hour;
        zoneMinute = minute;
    }

    /** A zone whose minutes may follow as the next number. */
    void openZone(int sign, int hour) {
        setZone(sign, hour, UNKNOWN);
    }

    boolean continuesZone(int number) {
        return zoneHour != UNKNOWN && zoneMinute == UNKNOWN && isMinute(number);
    }

    void setZoneMinute(int minute) {
        zoneMinute = minute;
    }

    boolean isUtc() {
        return zoneHour == 0 && zoneMinute == 0;
    }

    /** Milliseconds since 1970, or NaN. */
    double millis() {
        if (dayCount == 0 || !completeTime()) {
            return Double.NaN;
        }
        double day = dayMillis();
        double time = ((times[0] * 60L + times[1]) * 60L + times[2]) * 1000 + times[3];
        // The zone is counted in 32 bits.
        long zone = Math.max(zoneHour, 0) * 3600L + Math.max(zoneMinute, 0) * 60L & 0xFFFFFFFFL;
        return zoneSign != 0 && zone > Integer.MAX_VALUE ? Double.NaN : day + time - zoneSign * zone * 1000.0;
    }

    private double dayMillis() {
        boolean dayFirst = isDay(days[0]);
        if (iso || (namedMonth == 0 && !dayFirst)) {
            return dayMillis(days[0], days[1], days[2]);
        }
        if (namedMonth == 0) {
            return dayMillis(days[2], days[0], days[1]);
        }
        return dayFirst ? dayMillis(days[1], namedMonth, days[0]) : dayMillis(days[0], namedMonth, days[1]);
    }

    private double dayMillis(int written, int month, int day) {
        if (!isMonth(month) || !isDay(day)) {
            return Double.NaN;
        }
        int year = iso || written < 0 || written > 99 ? written : written + (written < 50 ? 2000 : 1900);
        // A day that its month does not have belongs to the next one.
        return (LocalDate.of(year, month, 1).toEpochDay() + day - 1) * 86_400_000.0;
    }

    private boolean completeTime() {
        if (halfDay != UNKNOWN) {
            if (times[0] < 0 || times[0] > 12) {
                return false;
            }
            times[0] = times[0] % 12 + halfDay;
        }
        boolean midnight = times[0] == 24 && times[1] == 0 && times[2] == 0 && times[3] == 0;
        return midnight || (times[0] <= 23 && isMinute(times[1]) && isMinute(times[2]) && times[3] <= 999);
    }
}

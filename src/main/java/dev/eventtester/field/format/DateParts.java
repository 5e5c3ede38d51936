package dev.eventtester.field.format;

import java.time.LocalDate;

/** The numbers of a date as they are read, before it is known which of them is the year. */
final class DateParts {

    private static final int NONE = -1;

    private final int[] date = {1, 1, 1};
    private final int[] time = new int[4];
    private int dates;
    private int times;
    private int month;
    private int halfOfDay = NONE;
    private int zoneSign;
    private int zoneHour = NONE;
    private int zoneMinute = NONE;
    private boolean iso;

    static boolean isMonth(int number) {
        return number >= 1 && number <= 12;
    }

    static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }

    static boolean isHour(int number) {
        return number >= 0 && number <= 23;
    }

    static boolean isMinute(int number) {
        return number >= 0 && number <= 59;
    }

    boolean addDate(int number) {
        if (dates == date.length) {
            return false;
        }
        date[dates++] = number;
        return true;
    }

    boolean addTime(int number) {
        if (times == time.length) {
            return false;
        }
        time[times++] = number;
        return true;
    }

    /** Adds the last part of a time; those that are missing are 0. */
    void endTime(int number) {
        addTime(number);
        times = time.length;
    }

    boolean hasDate() {
        return dates > 0;
    }

    boolean hasTime() {
        return times > 0;
    }

    boolean expectsTime(int number) {
        return times == 3 ? number <= 999 : (times == 1 || times == 2) && isMinute(number);
    }

    void nameMonth(int number) {
        month = number;
    }

    /** Adds noon or midnight to an hour of twelve. */
    void nameHalfOfDay(int hours) {
        halfOfDay = hours;
    }

    void nameZone(int hours) {
        zone(hours < 0 ? -1 : 1, Math.abs(hours), 0);
    }

    void zone(int sign, int hour, int minute) {
        zoneSign = sign;
        zoneHour = hour;
        zoneMinute = minute;
    }

    /** Sets a zone whose minutes may follow. */
    void openZone(int sign, int hour) {
        zone(sign, hour, NONE);
    }

    boolean expectsZoneMinute(int number) {
        return zoneHour != NONE && zoneMinute == NONE && isMinute(number);
    }

    void zoneMinute(int number) {
        zoneMinute = number;
    }

    boolean isUtc() {
        return zoneHour == 0 && zoneMinute == 0;
    }

    /** The numbers come as year, month and day, and the year is meant as it is written. */
    void markIso() {
        iso = true;
    }

    /** Whether the parts make a point in time that JavaScript can count. */
    boolean isInRange() {
        if (dates == 0 || !isTime()) {
            return false;
        }
        long offset = zoneSeconds();
        return offset >= 0 && isDateInRange(zoneSign < 0 ? -offset : offset);
    }

    private boolean isDateInRange(long offset) {
        boolean dayFirst = isDay(date[0]);
        if (iso || (month == 0 && !dayFirst)) {
            return isInRange(date[0], date[1], date[2], offset);
        }
        if (month == 0) {
            return isInRange(dates == 3 ? date[2] : 1, date[0], date[1], offset);
        }
        return dayFirst ? isInRange(date[1], month, date[0], offset) : isInRange(date[0], month, date[1], offset);
    }

    private boolean isInRange(int written, int month, int day, long offset) {
        if (!isMonth(month) || !isDay(day)) {
            return false;
        }
        int year = iso || written < 0 || written > 99 ? written : written + (written < 50 ? 2000 : 1900);
        long days = LocalDate.of(year, month, 1).toEpochDay() + day - 1;
        long seconds = days * 86_400 + time[0] * 3_600L + time[1] * 60L + time[2] - offset;
        return Math.abs(seconds * 1000 + time[3]) <= LenientDate.MAX_MILLIS;
    }

    private boolean isTime() {
        if (halfOfDay != NONE) {
            if (time[0] < 0 || time[0] > 12) {
                return false;
            }
            time[0] = time[0] % 12 + halfOfDay;
        }
        boolean midnight = time[0] == 24 && time[1] == 0 && time[2] == 0 && time[3] == 0;
        return midnight || (isHour(time[0]) && isMinute(time[1]) && isMinute(time[2]) && time[3] <= 999);
    }

    /** The zone's distance from UTC, or -1; it is counted in 32 bits. */
    private long zoneSeconds() {
        long hours = Math.max(zoneHour, 0);
        long seconds = hours * 3600 + Math.max(zoneMinute, 0) * 60L & 0xFFFFFFFFL;
        return zoneSign == 0 ? 0 : seconds <= Integer.MAX_VALUE ? seconds : -1;
    }
}

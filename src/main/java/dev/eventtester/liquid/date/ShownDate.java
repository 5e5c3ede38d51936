package dev.eventtester.liquid.date;

import dev.eventtester.json.JsDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A date as clocks of some place show it.
 *
 * @param time the date and time on those clocks
 * @param offset how many minutes those clocks are behind UTC, as JavaScript counts it
 * @param zone the name of the time zone; empty when only the offset is known
 */
public record ShownDate(LocalDateTime time, double offset, String zone) {

    private static final int MILLIS_PER_MINUTE = 60_000;

    /** Identifiers by their names in small letters: the rules of a zone are loaded only when it is used. */
    private static final Map<String, String> ZONES = zones();

    private static Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>();
        ZoneId.SHORT_IDS.forEach((name, id) -> zones.put(name.toLowerCase(Locale.ROOT), id));
        ZoneId.getAvailableZoneIds().forEach(id -> zones.put(id.toLowerCase(Locale.ROOT), id));
        return Map.copyOf(zones);
    }

    /** A date in UTC, or nothing when it is NaN or out of JavaScript's range. */
    public static Optional<ShownDate> inUtc(double millis) {
        return isInRange(millis) ? shown(millis, 0, "UTC") : Optional.empty();
    }

    /** A date on clocks that are so many minutes behind UTC. */
    public static Optional<ShownDate> behindUtc(double millis, double minutes) {
        return isInRange(millis) ? shown(millis, minutes, "") : Optional.empty();
    }

    /**
     * A date in a time zone, whose name may be written in capital or small letters.
     *
     * @throws DateTimeException when there is no zone of this name
     */
    public static Optional<ShownDate> inZone(double millis, String zone) {
        return isInRange(millis) ? shown(millis, offset(zone, toward0(millis)), zone) : Optional.empty();
    }

    private static Optional<ShownDate> shown(double millis, double offset, String zone) {
        double local = toward0(millis) - offset * MILLIS_PER_MINUTE;
        if (!isInRange(local)) {
            return Optional.empty();
        }
        Instant instant = Instant.ofEpochMilli((long) toward0(local));
        return Optional.of(new ShownDate(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), offset, zone));
    }

    private static double offset(String zone, double millis) {
        String id = ZONES.get(zone.toLowerCase(Locale.ROOT));
        if (id == null) {
            throw new DateTimeException("there is no such time zone");
        }
        Instant instant = Instant.ofEpochMilli((long) millis);
        return ZoneId.of(id).getRules().getOffset(instant).getTotalSeconds() / -60.0;
    }

    private static boolean isInRange(double millis) {
        return Math.abs(millis) <= JsDate.MAX_MILLIS;
    }

    private static double toward0(double millis) {
        return millis < 0 ? Math.ceil(millis) : Math.floor(millis);
    }
}

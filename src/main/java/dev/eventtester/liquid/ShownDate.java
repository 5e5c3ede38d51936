package dev.eventtester.liquid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsType;
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
record ShownDate(LocalDateTime time, double offset, String zone) {

    private static final double MAX_MILLIS = 8.64e15;
    private static final int MILLIS_PER_MINUTE = 60_000;

    /** Identifiers by their names in small letters: the rules of a zone are loaded only when it is used. */
    private static final Map<String, String> ZONES = zones();

    private static Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>();
        ZoneId.SHORT_IDS.forEach((name, id) -> zones.put(name.toLowerCase(Locale.ROOT), id));
        ZoneId.getAvailableZoneIds().forEach(id -> zones.put(id.toLowerCase(Locale.ROOT), id));
        return Map.copyOf(zones);
    }

    /**
     * A date in a time zone, or nothing when it is out of JavaScript's range.
     *
     * @param millis milliseconds since 1970, or NaN
     * @param zone a zone's name, minutes behind UTC, or null or undefined for UTC
     * @throws LiquidException when there is no zone of this name
     */
    static Optional<ShownDate> of(double millis, JsonNode zone, Budget budget) {
        if (!isInRange(millis)) {
            return Optional.empty();
        }
        double exact = toward0(millis);
        if (JsType.isNullish(zone)) {
            return shown(exact, 0, "UTC");
        }
        if (zone.isTextual()) {
            return shown(exact, offset(zone.textValue(), exact), zone.textValue());
        }
        return shown(exact, Values.toNumber(zone, budget), "");
    }

    private static Optional<ShownDate> shown(double millis, double offset, String zone) {
        double local = millis - offset * MILLIS_PER_MINUTE;
        if (!isInRange(local)) {
            return Optional.empty();
        }
        Instant instant = Instant.ofEpochMilli((long) toward0(local));
        return Optional.of(new ShownDate(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), offset, zone));
    }

    private static double offset(String zone, double millis) {
        String id = ZONES.get(zone.toLowerCase(Locale.ROOT));
        if (id == null) {
            throw new LiquidException("there is no time zone \"" + zone + "\"");
        }
        Instant instant = Instant.ofEpochMilli((long) millis);
        return ZoneId.of(id).getRules().getOffset(instant).getTotalSeconds() / -60.0;
    }

    private static boolean isInRange(double millis) {
        return Math.abs(millis) <= MAX_MILLIS;
    }

    private static double toward0(double millis) {
        return millis < 0 ? Math.ceil(millis) : Math.floor(millis);
    }
}

package dev.eventtester.sample;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One invented person and what belongs to them. Nobody is met by accident: names of example.com, addresses and
 * telephone numbers of the ranges for documentation, and identifiers made from the randomness of each sample. Not
 * thread-safe.
 */
final class Inventions {

    static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36";
    static final String SITE = "https://www.example.com";

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Instant now;
    private final RandomGenerator random;
    private final String person;
    private final int number;

    Inventions(InstantSource clock, RandomGenerator random) {
        this.now = clock.instant();
        this.random = random;
        this.person = hex(12);
        this.number = random.nextInt(1, 100);
    }

    /** The present time as an event spells it. */
    String time() {
        return MILLIS.format(now);
    }

    /** A time in the past. */
    String timeBefore(long seconds) {
        return MILLIS.format(now.minusSeconds(seconds));
    }

    /** Today's date in UTC. */
    String date() {
        return now.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    long epochSeconds() {
        return now.getEpochSecond();
    }

    long epochMillis() {
        return now.toEpochMilli();
    }

    /** The person's id; the same within one sample. */
    String userId() {
        return "user_" + person;
    }

    String email() {
        return "user." + person + "@example.com";
    }

    /** A number of the range that is never assigned, in international form. */
    String phone() {
        return "+120255501" + (number < 10 ? "0" : "") + number;
    }

    /** An address of a range for documentation. */
    String ip() {
        return "203.0.113." + number;
    }

    String ipv6() {
        return "2001:db8::" + Integer.toHexString(number);
    }

    /** An identifier that no other sample has. */
    String id(String prefix) {
        return prefix + "_" + hex(12);
    }

    String uuid() {
        long high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** So many hexadecimal digits. */
    String hex(int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}

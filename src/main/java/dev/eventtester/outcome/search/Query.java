package dev.eventtester.outcome.search;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.PathIds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Reads the parameters of a query. One that is absent or empty is no condition; a wrong one is a 422 that names it. */
final class Query {

    /** Up to the seconds, a time of RFC 3339 has one form: {@code 2026-01-02T03:04:05}. */
    private static final int SECONDS_LENGTH = 19;

    private Query() {}

    static Optional<String> text(String value) {
        return Optional.ofNullable(value).filter(given -> !given.isEmpty());
    }

    static Optional<UUID> id(String name, String value) {
        return text(value)
                .map(given -> PathIds.parse(given)
                        .orElseThrow(() -> ApiException.invalid(name, "\"" + name + "\" must be an id.")));
    }

    static <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices, String value) {
        return text(value)
                .map(given -> Arrays.stream(choices.getEnumConstants())
                        .filter(choice -> choice.toString().equals(given))
                        .findFirst()
                        .orElseThrow(() -> ApiException.invalid(
                                name,
                                "\"" + name + "\" must be one of " + Arrays.toString(choices.getEnumConstants())
                                        + ".")));
    }

    static Optional<Instant> time(String name, String value) {
        return text(value).map(given -> {
            try {
                return rfc3339(given);
            } catch (DateTimeException e) {
                throw ApiException.invalid(
                        name,
                        "\"" + name + "\" must be a time as RFC 3339 has it, such as 2026-01-02T03:04:05Z"
                                + " (a plus sign in it is written %2B).");
            }
        });
    }

    private static Instant rfc3339(String text) {
        // the parser also takes years of more digits and times without seconds
        if (text.length() <= SECONDS_LENGTH || text.charAt(4) != '-' || text.charAt(16) != ':') {
            throw new DateTimeException("not a time of RFC 3339");
        }
        return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .toInstant();
    }
}

package dev.eventtester.api;

import java.util.Optional;
import java.util.UUID;

/** Ids as they come in paths and bodies: text that may be anything. */
public final class PathIds {

    /** Smaller than every id. */
    public static final UUID FIRST = new UUID(0, 0);

    /** Greater than every id. */
    public static final UUID LAST = new UUID(-1, -1);

    private static final int LENGTH = 36;

    private PathIds() {}

    /** The id that a text spells; empty for every other text, so that it is simply not found. */
    public static Optional<UUID> parse(String text) {
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

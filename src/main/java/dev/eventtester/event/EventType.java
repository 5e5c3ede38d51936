package dev.eventtester.event;

import java.util.Locale;
import java.util.Optional;

/** The kinds of calls that a source makes. */
public enum EventType {
    TRACK,
    IDENTIFY,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The value of an event's {@code type}. */
    public String wire() {
        return wire;
    }

    /** The type with this wire value; empty for every other text and for null. */
    public static Optional<EventType> of(String wire) {
        for (EventType type : values()) {
            if (type.wire.equals(wire)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether destinations take events of this type, so that a test makes sense. */
    public boolean isTestable() {
        return this != ALIAS;
    }
}

package dev.eventtester.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One event: the exact text that was received and its parsed form.
 *
 * @param text the exact JSON text of one object
 * @param document the same, parsed; nobody changes it
 */
public record Event(String text, JsonNode document) {

    /** The largest event that the pipeline takes, in UTF-8 bytes. */
    public static final int MAX_BYTES = 32 * 1024;

    /** How deep an event may be nested: less than the documents that hold it. */
    public static final int MAX_DEPTH = 400;

    private static final JsonMapper MAPPER = JsonText.mapper(MAX_DEPTH);

    /**
     * Reads an event.
     *
     * @throws MalformedJsonException if the text is not one JSON object, or nested deeper than {@link #MAX_DEPTH}
     */
    public static Event of(String text) {
        JsonNode document = JsonText.parse(text, MAPPER);
        if (!document.isObject()) {
            throw new MalformedJsonException("it is not an object");
        }
        return new Event(text, document);
    }

    /** Whether a text is larger than {@link #MAX_BYTES}. */
    public static boolean isTooLarge(String text) {
        return text.length() > MAX_BYTES
                || (text.length() > MAX_BYTES / 3 && text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES);
    }

    /** The event's type, empty if it has none of the known ones. */
    public Optional<EventType> type() {
        return EventType.of(text("type"));
    }

    /** What the event is called: a track's {@code event}, a page's or screen's {@code name}; null if it has none. */
    public String name() {
        String event = text("event");
        return event != null ? event : text("name");
    }

    /** A member that is a text, or null. */
    public String text(String member) {
        JsonNode value = document.path(member);
        return value.isTextual() ? value.textValue() : null;
    }
}

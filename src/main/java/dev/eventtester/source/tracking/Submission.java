package dev.eventtester.source.tracking;

import dev.eventtester.api.ApiException;
import dev.eventtester.event.Event;
import dev.eventtester.event.JsonText;
import dev.eventtester.event.MalformedJsonException;
import dev.eventtester.source.event.SourceEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one request to the Tracking API brings: one event, or a batch of them.
 *
 * @param writeKey the key in the body, or null
 * @param batch what applies to each event
 * @param events in the order of the body; at least one
 */
record Submission(String writeKey, SourceEvent.Batch batch, List<Incoming> events) {

    private static final int MAX_BATCH_BYTES = 500 * 1024;
    private static final int MAX_BATCH_EVENTS = 2500;
    private static final int LONGEST_MESSAGE_ID = 99;

    /** One event and the type under which it counts; the type is null if the event of a batch has none. */
    record Incoming(String type, Event event) {

        Incoming {
            String messageId = event.text("messageId");
            if (messageId != null && messageId.length() > LONGEST_MESSAGE_ID) {
                throw ApiException.of(400, "\"messageId\" may have at most " + LONGEST_MESSAGE_ID + " characters.");
            }
        }
    }

    /** Reads the body of a call that carries a single event. */
    static Submission single(String type, byte[] body) {
        String text = text(body);
        Event event = event(text, "The event");
        return new Submission(event.text("writeKey"), SourceEvent.Batch.NONE, List.of(new Incoming(type, event)));
    }

    /** Reads the body of a call that carries a batch. */
    static Submission batch(byte[] body) {
        if (body.length > MAX_BATCH_BYTES) {
            throw ApiException.of(400, "A batch may have at most 500 KB.");
        }
        try {
            String text = text(body);
            Map<String, String> members = JsonText.members(text);
            if (!members.containsKey("batch")) {
                throw ApiException.of(400, "\"batch\" is required: an array of events.");
            }
            return new Submission(
                    string(members.get("writeKey")),
                    shared(object(members.get("context")), object(members.get("integrations"))),
                    events(JsonText.elements(members.get("batch"))));
        } catch (MalformedJsonException e) {
            throw ApiException.malformed("The batch is not valid JSON: " + e.getMessage() + ".");
        }
    }

    /** What applies to each event is limited as an event is. */
    private static SourceEvent.Batch shared(String context, String integrations) {
        if ((context != null && Event.isTooLarge(context))
                || (integrations != null && Event.isTooLarge(integrations))) {
            throw ApiException.of(400, "The batch's \"context\" and \"integrations\" may have at most 32 KB each.");
        }
        return new SourceEvent.Batch(context, integrations);
    }

    private static List<Incoming> events(List<String> texts) {
        if (texts.size() > MAX_BATCH_EVENTS) {
            throw ApiException.of(400, "A batch may have at most " + MAX_BATCH_EVENTS + " events.");
        }
        List<Incoming> events = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Event event = event(texts.get(i), "\"batch[" + i + "]\"");
            events.add(new Incoming(event.text("type"), event));
        }
        return events;
    }

    private static Event event(String text, String which) {
        if (Event.isTooLarge(text)) {
            throw ApiException.of(400, which + " is larger than 32 KB.");
        }
        try {
            return Event.of(text);
        } catch (MalformedJsonException e) {
            throw ApiException.malformed(which + " is not a valid JSON object: " + e.getMessage() + ".");
        }
    }

    /** The rows of these events, in order. */
    List<SourceEvent> rows(UUID sourceId, Instant receivedAt) {
        return events.stream()
                .map(incoming -> new SourceEvent(sourceId, receivedAt, incoming.type(), incoming.event(), batch))
                .toList();
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ApiException.malformed("The body is not UTF-8.");
        }
    }

    private static String string(String json) {
        return json != null && json.startsWith("\"") ? JsonText.parse(json).textValue() : null;
    }

    private static String object(String json) {
        return json != null && json.startsWith("{") ? json : null;
    }
}

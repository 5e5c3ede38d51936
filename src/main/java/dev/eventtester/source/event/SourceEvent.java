package dev.eventtester.source.event;

import dev.eventtester.api.Ids;
import dev.eventtester.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An event that a source received: its exact text, and beside it what the pipeline adds and what is searched for. */
@Entity
public class SourceEvent {

    @Id
    UUID id;

    UUID sourceId;
    Instant receivedAt;
    String type;
    String name;
    String messageId;
    String timestamp;
    String original;
    String batchContext;
    String batchIntegrations;

    protected SourceEvent() {}

    /**
     * An event that has just come.
     *
     * @param type what kind of call brought it, or null
     * @param batch what its batch says for every event
     */
    public SourceEvent(UUID sourceId, Instant receivedAt, String type, Event event, Batch batch) {
        this.id = Ids.next();
        this.sourceId = sourceId;
        this.receivedAt = receivedAt;
        this.type = storable(type);
        this.name = storable(event.name());
        this.messageId = storable(messageId(event));
        this.timestamp = storable(orElse(event.text("timestamp"), receivedAt.toString()));
        this.original = event.text();
        this.batchContext = batch.context();
        this.batchIntegrations = batch.integrations();
    }

    /** The event's own id; a fresh one if it has none, so that it never counts as a repetition. */
    private static String messageId(Event event) {
        String own = event.text("messageId");
        return own == null || own.isBlank() ? UUID.randomUUID().toString() : own;
    }

    private static String orElse(String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    /** PostgreSQL's text cannot hold NUL; the exact text keeps it in its escaped form. */
    private static String storable(String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    /**
     * The members of a batch that apply to each of its events.
     *
     * @param context exact JSON text, or null
     * @param integrations exact JSON text, or null
     */
    public record Batch(String context, String integrations) {

        public static final Batch NONE = new Batch(null, null);
    }
}

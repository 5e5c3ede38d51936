package dev.eventtester.source.event;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * An event of the ring.
 *
 * @param event exactly as it was received
 * @param type what kind of call brought it
 * @param messageId its own, or the one that was given to it
 * @param timestamp its own, or the time of its arrival
 * @param context the batch's context that applies to it, exactly as received, or null
 * @param integrations the batch's integrations that apply to it, exactly as received, or null
 * @param merged the event as the pipeline passes it on: with what the batch and the arrival add
 */
@RegisterForReflection
record SourceEventView(
        UUID id,
        Instant receivedAt,
        String type,
        String name,
        String messageId,
        String timestamp,
        @JsonRawValue String event,
        @JsonRawValue String context,
        @JsonRawValue String integrations,
        JsonNode merged) {

    static SourceEventView of(SourceEvent event) {
        return new SourceEventView(
                event.id,
                event.receivedAt,
                event.type,
                event.name,
                event.messageId,
                event.timestamp,
                event.original,
                event.batchContext,
                event.batchIntegrations,
                MergedEvent.of(event));
    }
}

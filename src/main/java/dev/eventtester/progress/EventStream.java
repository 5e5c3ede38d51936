package dev.eventtester.progress;

import io.smallrye.mutiny.Multi;

/** An answer that is a stream of events: the entity of a response of type {@code text/event-stream}. */
public record EventStream(Multi<ServerSentEvent> events) {}

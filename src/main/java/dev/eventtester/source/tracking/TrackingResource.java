package dev.eventtester.source.tracking;

import dev.eventtester.api.ApiException;
import dev.eventtester.source.Source;
import dev.eventtester.source.Sources;
import dev.eventtester.source.event.SourceEvents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;

/** The Tracking API: {@code POST /v1/track} and its like. It answers only after the events are stored. */
@Path("/v1")
@PermitAll
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
class TrackingResource {

    private static final Map<String, Boolean> SUCCESS = Map.of("success", true);

    /** The short routes of the browser's client. */
    private static final Map<String, String> SHORT = Map.of(
            "t", "track",
            "i", "identify",
            "p", "page",
            "s", "screen",
            "g", "group",
            "a", "alias");

    private final Sources sources;
    private final SourceEvents events;

    TrackingResource(Sources sources, SourceEvents events) {
        this.sources = sources;
        this.events = events;
    }

    @POST
    @Path("/{type:identify|track|page|screen|group|alias|t|i|p|s|g|a}")
    public Uni<Map<String, Boolean>> event(
            String type, @RestHeader(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        return store(Submission.single(SHORT.getOrDefault(type, type), body), authorization);
    }

    @POST
    @Path("/{route:batch|import|b}")
    public Uni<Map<String, Boolean>> batch(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        return store(Submission.batch(body), authorization);
    }

    /** What the browser's client measures about itself: taken, so that it stops asking, and not kept. */
    @POST
    @Path("/m")
    @NonBlocking
    public Map<String, Boolean> metrics() {
        return SUCCESS;
    }

    private Uni<Map<String, Boolean>> store(Submission submission, String authorization) {
        String writeKey = BasicKey.of(authorization).orElse(submission.writeKey());
        if (writeKey == null || writeKey.isBlank()) {
            throw ApiException.of(401, "A write key is required: as Basic user name or as \"writeKey\" in the body.");
        }
        Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Panache.withTransaction(() -> sources.withWriteKey(writeKey)
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.of(401, "No source has this write key."))
                .invoke(TrackingResource::requireEnabled)
                .chain(source -> events.add(source.id(), submission.rows(source.id(), receivedAt)))
                .replaceWith(SUCCESS));
    }

    private static void requireEnabled(Source source) {
        if (!source.enabled()) {
            throw ApiException.of(403, "The source \"" + source.slug() + "\" is disabled.");
        }
    }
}

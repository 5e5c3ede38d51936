package dev.eventtester.source.tracking;

import dev.eventtester.api.ApiException;
import dev.eventtester.source.Sources;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * {@code GET /v1/projects/{writeKey}/settings}: what the browser's client asks before it sends anything, and what tells
 * whether a write key exists.
 */
@Path("/v1")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class BrowserSettingsResource {

    private final Sources sources;

    BrowserSettingsResource(Sources sources) {
        this.sources = sources;
    }

    @GET
    @Path("/projects/{writeKey}/settings")
    public Uni<BrowserSettings> settings(String writeKey, @Context UriInfo uri) {
        URI service = uri.getBaseUri();
        return Panache.withSession(() -> sources.withWriteKey(writeKey))
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("write key", writeKey))
                .map(source -> BrowserSettings.of(writeKey, service));
    }
}

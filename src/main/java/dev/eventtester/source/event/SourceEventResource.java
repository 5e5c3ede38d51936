package dev.eventtester.source.event;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import dev.eventtester.access.Caller;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import dev.eventtester.source.Sources;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /api/sources/{id}/events}: load an event from a source, newest first. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class SourceEventResource {

    private final Sources sources;
    private final SourceEvents events;
    private final SecurityIdentity identity;

    SourceEventResource(Sources sources, SourceEvents events, SecurityIdentity identity) {
        this.sources = sources;
        this.events = events;
        this.identity = identity;
    }

    @GET
    @Path("/sources/{id}/events")
    public Uni<Data> list(
            String id, @RestQuery String type, @RestQuery String name, @RestQuery String text, @Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> sources.require(Caller.of(identity).workspaceId(), id)
                        .chain(source -> events.page(source.id(), type, name, text, page)))
                // a page may have megabytes to be parsed and merged
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(slice -> slice.as("events", SourceEventView::of));
    }
}

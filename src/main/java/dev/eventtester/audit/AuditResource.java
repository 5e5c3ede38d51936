package dev.eventtester.audit;

import static dev.eventtester.access.Role.OWNER_NAME;

import dev.eventtester.access.Caller;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** {@code GET /api/audit}: who changed or tested what, newest first. */
@Path("/api")
@RolesAllowed(OWNER_NAME)
class AuditResource {

    private final AuditLog log;
    private final SecurityIdentity identity;

    AuditResource(AuditLog log, SecurityIdentity identity) {
        this.log = log;
        this.identity = identity;
    }

    @GET
    @Path("/audit")
    public Uni<Data> list(@Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> log.page(Caller.of(identity).workspaceId(), page))
                .map(slice -> slice.as("audit", AuditEntry.View::of));
    }
}

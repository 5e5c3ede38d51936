package dev.eventtester.outcome;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.eventtester.access.Caller;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** {@code /api/outcomes}: what the tests of the caller's workspace gave. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class OutcomeResource {

    private final Outcomes outcomes;
    private final SecurityIdentity identity;

    OutcomeResource(Outcomes outcomes, SecurityIdentity identity) {
        this.outcomes = outcomes;
        this.identity = identity;
    }

    @GET
    @Path("/outcomes")
    public Uni<Data> list(@BeanParam History history, @Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> outcomes.page(workspace(), history, page))
                .map(slice -> slice.as("outcomes", outcome -> new RawValue(outcome.head)));
    }

    @GET
    @Path("/outcomes/{id}")
    public Uni<Data> get(String id) {
        return Panache.withSession(() -> outcomes.require(workspace(), id))
                .map(outcome -> Data.of("outcome", new RawValue(outcome.document)));
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

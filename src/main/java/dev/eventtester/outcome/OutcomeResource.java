package dev.eventtester.outcome;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.eventtester.access.Caller;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import dev.eventtester.outcome.comparison.Comparison;
import dev.eventtester.outcome.search.History;
import dev.eventtester.outcome.search.MappingFilter;
import dev.eventtester.outcome.search.Selection;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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
                .map(slice -> slice.as("outcomes", outcome -> new RawValue(outcome.head())));
    }

    /** One outcome as it was answered; what is no longer true of it stands beside it. */
    @GET
    @Path("/outcomes/{id}")
    public Uni<Data> get(String id, @BeanParam MappingFilter filter) {
        Selection selection = filter.selection();
        return Panache.withSession(() -> read(id))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> found.answer(selection));
    }

    /** What changed from the first outcome to the second. */
    @GET
    @Path("/outcomes/{id}/compare/{other}")
    public Uni<Data> compare(String id, String other) {
        return Panache.withSession(() -> read(id).chain(before -> read(other).map(after -> List.of(before, after))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(both -> Data.of(
                        "comparison",
                        Comparison.of(both.get(0).side(), both.get(1).side())));
    }

    private Uni<Found> read(String id) {
        return outcomes.require(workspace(), id)
                .chain(outcome -> outcomes.stale(outcome).map(stale -> new Found(outcome.document(), stale)));
    }

    /** A stored document and what is no longer true of it. */
    private record Found(String document, List<Stale> stale) {

        Data answer(Selection selection) {
            Data answer = Data.of("outcome", new RawValue(selection.of(document)));
            return stale.isEmpty() ? answer : answer.and("stale", staleJson());
        }

        Comparison.Side side() {
            return new Comparison.Side(document, staleJson());
        }

        private ArrayNode staleJson() {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            stale.forEach(mapping -> json.add(mapping.toJson()));
            return json;
        }
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

package dev.eventtester.destination;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Caller;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import dev.eventtester.api.Require;
import dev.eventtester.event.Event;
import dev.eventtester.filter.FilterActions;
import dev.eventtester.filter.FilterChange;
import dev.eventtester.filter.FilterRule;
import dev.eventtester.filter.FilterView;
import dev.eventtester.filter.Filters;
import dev.eventtester.filter.SavedFilter;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** {@code /api/destination/{id}/filters}, in the singular as the Public API has it: the filters of a destination. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class FilterResource {

    private final Destinations destinations;
    private final Filters filters;
    private final SecurityIdentity identity;

    FilterResource(Destinations destinations, Filters filters, SecurityIdentity identity) {
        this.destinations = destinations;
        this.filters = filters;
        this.identity = identity;
    }

    /** What a new filter is made of; members of other versions are ignored. */
    record Creation(
            String sourceId,
            @JsonProperty("if") String condition,
            JsonNode actions,
            String title,
            JsonNode description,
            Boolean enabled) {

        FilterChange change() {
            return new FilterChange(condition, actions, title, description, enabled);
        }
    }

    /** A filter that is not stored, and an event for it. */
    record Preview(Draft filter, JsonNode payload) {}

    /** What a filter does. */
    record Draft(@JsonProperty("if") String condition, JsonNode actions) {

        FilterRule rule() {
            return new FilterRule(
                    "preview",
                    FilterChange.checked("filter.if", condition),
                    FilterActions.of("filter.actions", actions));
        }
    }

    @POST
    @Path("/destination/filters/preview")
    @NonBlocking
    public Data preview(Preview body) {
        FilterRule rule = Require.present("filter", Require.body(body).filter()).rule();
        JsonNode payload = body.payload();
        if (payload == null || !payload.isObject()) {
            throw ApiException.invalid("payload", "\"payload\" must be an object.");
        }
        if (Event.isTooLarge(payload.toString())) {
            throw ApiException.tooLarge("payload", "\"payload\" is larger than 32 KB.");
        }
        JsonNode result =
                rule.apply(payload, ThreadLocalRandom.current()::nextDouble).orElse(null);
        return Data.of("inputPayload", payload).and("result", result);
    }

    @POST
    @Path("/destination/{destination}/filters")
    public Uni<Data> create(String destination, Creation body) {
        Creation wanted = Require.body(body);
        Require.present("sourceId", wanted.sourceId());
        return Panache.withTransaction(() -> destinations
                .hold(workspace(), destination)
                .invoke(held -> requireSource(held, wanted.sourceId()))
                .chain(held -> filters.create(held.id, wanted.change()).map(filter -> data(held, filter))));
    }

    private static void requireSource(Destination destination, String sourceId) {
        if (!destination.sourceId.toString().equals(sourceId)) {
            throw ApiException.invalid("sourceId", "\"sourceId\" must be the source of the destination.");
        }
    }

    @GET
    @Path("/destination/{destination}/filters")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> list(String destination, @Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> destinations
                .require(workspace(), destination)
                .chain(found -> filters.page(found.id, page)
                        .map(slice -> slice.as("filters", filter -> FilterView.of(filter, found.sourceId)))));
    }

    @GET
    @Path("/destination/{destination}/filters/{id}")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> get(String destination, String id) {
        return Panache.withSession(() -> destinations
                .require(workspace(), destination)
                .chain(found -> filters.require(found.id, id).map(filter -> data(found, filter))));
    }

    @PATCH
    @Path("/destination/{destination}/filters/{id}")
    public Uni<Data> change(String destination, String id, FilterChange body) {
        FilterChange wanted = Require.body(body);
        return Panache.withTransaction(() -> destinations
                .hold(workspace(), destination)
                .chain(found ->
                        filters.require(found.id, id).invoke(wanted::applyTo).map(filter -> data(found, filter))));
    }

    @DELETE
    @Path("/destination/{destination}/filters/{id}")
    public Uni<Data> delete(String destination, String id) {
        return Panache.withTransaction(() -> destinations
                .require(workspace(), destination)
                .chain(found -> filters.require(found.id, id))
                .chain(filters::delete)
                .replaceWith(Data.of("status", "SUCCESS")));
    }

    private static Data data(Destination destination, SavedFilter filter) {
        return Data.of("filter", FilterView.of(filter, destination.sourceId));
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

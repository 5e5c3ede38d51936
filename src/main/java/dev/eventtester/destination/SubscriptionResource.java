package dev.eventtester.destination;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.access.Caller;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import dev.eventtester.api.Require;
import dev.eventtester.catalog.ActionDefinition;
import dev.eventtester.catalog.Catalog;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
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

/** {@code /api/destinations/{id}/subscriptions}: the mappings of a destination. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class SubscriptionResource {

    private final Destinations destinations;
    private final Mappings mappings;
    private final Catalog catalog;
    private final SecurityIdentity identity;

    SubscriptionResource(Destinations destinations, Mappings mappings, Catalog catalog, SecurityIdentity identity) {
        this.destinations = destinations;
        this.mappings = mappings;
        this.catalog = catalog;
        this.identity = identity;
    }

    /** What a new mapping is made of; members of other versions are ignored. */
    record Creation(String name, String actionId, String trigger, Boolean enabled, JsonNode settings, String modelId) {}

    /** The wrapper around a change. */
    record Update(Change input) {}

    /** What is to change; absent members stay, settings are replaced as a whole. */
    record Change(String name, String trigger, Boolean enabled, JsonNode settings, String reverseETLModelId) {}

    @POST
    @Path("/destinations/{destination}/subscriptions")
    public Uni<Data> create(String destination, Creation body) {
        Creation wanted = Require.body(body);
        Require.name("name", wanted.name());
        Require.present("actionId", wanted.actionId());
        Require.present("enabled", wanted.enabled());
        return Panache.withTransaction(() -> destinations
                .hold(workspace(), destination)
                .chain(held ->
                        create(held, wanted).map(mapping -> Data.of("destinationSubscription", view(held, mapping)))));
    }

    private Uni<SavedMapping> create(Destination destination, Creation wanted) {
        ActionDefinition action = catalog.destination(destination.metadataId)
                .orElseThrow()
                .action(wanted.actionId())
                .orElseThrow(() -> ApiException.invalid(
                        "actionId", "The destination has no action \"" + wanted.actionId() + "\"."));
        JsonNode settings = wanted.settings() == null || wanted.settings().isNull()
                ? JsonNodeFactory.instance.objectNode()
                : wanted.settings();
        return mappings.create(destination, action, wanted.name(), wanted.enabled(), wanted.trigger(), settings)
                .invoke(mapping -> mapping.modelId = model("modelId", wanted.modelId(), ""));
    }

    @GET
    @Path("/destinations/{destination}/subscriptions")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> list(String destination, @Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> destinations
                .require(workspace(), destination)
                .chain(found -> mappings.page(found, page)
                        .map(slice -> slice.as("subscriptions", mapping -> view(found, mapping)))));
    }

    @GET
    @Path("/destinations/{destination}/subscriptions/{id}")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> get(String destination, String id) {
        return Panache.withSession(() -> destinations
                .require(workspace(), destination)
                .chain(found ->
                        mappings.require(found, id).map(mapping -> Data.of("subscription", view(found, mapping)))));
    }

    @PATCH
    @Path("/destinations/{destination}/subscriptions/{id}")
    public Uni<Data> change(String destination, String id, Update body) {
        Change wanted = Require.present("input", Require.body(body).input());
        return Panache.withTransaction(() -> destinations
                .hold(workspace(), destination)
                .chain(found -> mappings.require(found, id)
                        .invoke(mapping -> apply(wanted, mapping, action(found, mapping)))
                        .map(mapping -> Data.of("subscription", view(found, mapping)))));
    }

    private static void apply(Change wanted, SavedMapping mapping, ActionDefinition action) {
        if (wanted.name() != null) {
            mapping.name = Require.name("input.name", wanted.name());
        }
        if (wanted.trigger() != null) {
            MappingRules.trigger("input.trigger", wanted.trigger());
            mapping.trigger = wanted.trigger();
        }
        if (wanted.enabled() != null) {
            mapping.enabled = wanted.enabled();
        }
        if (wanted.settings() != null && !wanted.settings().isNull()) {
            MappingRules.settings("input.settings", wanted.settings(), action);
            mapping.settings = wanted.settings().toString();
        }
        mapping.modelId = model("input.reverseETLModelId", wanted.reverseETLModelId(), mapping.modelId);
    }

    private static String model(String field, String wanted, String otherwise) {
        return wanted == null || wanted.isEmpty() ? otherwise : Require.name(field, wanted);
    }

    @DELETE
    @Path("/destinations/{destination}/subscriptions/{id}")
    public Uni<Data> delete(String destination, String id) {
        return Panache.withTransaction(() -> destinations
                .require(workspace(), destination)
                .chain(found -> mappings.require(found, id))
                .chain(mappings::delete)
                .replaceWith(Data.of("status", "SUCCESS")));
    }

    private ActionDefinition action(Destination destination, SavedMapping mapping) {
        return catalog.destination(destination.metadataId)
                .flatMap(definition -> definition.action(mapping.actionId))
                .orElseThrow();
    }

    private SubscriptionView view(Destination destination, SavedMapping mapping) {
        return SubscriptionView.of(mapping, action(destination, mapping));
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

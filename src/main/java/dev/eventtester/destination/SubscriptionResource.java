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
import dev.eventtester.model.Models;
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
    private final Definitions definitions;
    private final Models models;
    private final DestinationViews views;
    private final SecurityIdentity identity;

    SubscriptionResource(
            Destinations destinations,
            Mappings mappings,
            Definitions definitions,
            Models models,
            DestinationViews views,
            SecurityIdentity identity) {
        this.destinations = destinations;
        this.mappings = mappings;
        this.definitions = definitions;
        this.models = models;
        this.views = views;
        this.identity = identity;
    }

    /** What a new mapping is made of; members of other versions are ignored. */
    record Creation(
            String name,
            String actionId,
            String trigger,
            Boolean enabled,
            JsonNode settings,
            String modelId,
            JsonNode reverseETLSchedule) {}

    /** The wrapper around a change. */
    record Update(Change input) {}

    /** What is to change; absent members stay, settings are replaced as a whole. */
    record Change(
            String name,
            String trigger,
            Boolean enabled,
            JsonNode settings,
            String reverseETLModelId,
            JsonNode reverseETLSchedule) {}

    @POST
    @Path("/destinations/{destination}/subscriptions")
    public Uni<Data> create(String destination, Creation body) {
        Creation wanted = Require.body(body);
        Require.present("name", wanted.name());
        Require.present("actionId", wanted.actionId());
        Require.present("enabled", wanted.enabled());
        return Panache.withTransaction(() -> destinations
                .hold(workspace(), destination)
                .chain(held -> create(held, wanted)
                        .map(mapping -> Data.of("destinationSubscription", views.of(held, mapping)))));
    }

    private Uni<SavedMapping> create(Destination destination, Creation wanted) {
        ActionDefinition action = definitions
                .require(destination)
                .action(wanted.actionId())
                .orElseThrow(() -> ApiException.invalid(
                        "actionId", "The destination has no action \"" + wanted.actionId() + "\"."));
        JsonNode settings = wanted.settings() == null || wanted.settings().isNull()
                ? JsonNodeFactory.instance.objectNode()
                : wanted.settings();
        return models.pointedTo(destination.sourceId, "modelId", wanted.modelId())
                .map(model -> new NewMapping(
                        action,
                        wanted.name(),
                        wanted.enabled(),
                        wanted.trigger(),
                        settings,
                        model,
                        wanted.reverseETLSchedule()))
                .chain(mapping -> mappings.create(destination, mapping));
    }

    @GET
    @Path("/destinations/{destination}/subscriptions")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> list(String destination, @Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> destinations
                .require(workspace(), destination)
                .chain(found -> mappings.page(found, page)
                        .map(slice -> slice.as("subscriptions", mapping -> views.of(found, mapping)))));
    }

    @GET
    @Path("/destinations/{destination}/subscriptions/{id}")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> get(String destination, String id) {
        return Panache.withSession(() -> destinations
                .require(workspace(), destination)
                .chain(found ->
                        mappings.require(found, id).map(mapping -> Data.of("subscription", views.of(found, mapping)))));
    }

    @PATCH
    @Path("/destinations/{destination}/subscriptions/{id}")
    public Uni<Data> change(String destination, String id, Update body) {
        Change wanted = Require.present("input", Require.body(body).input());
        return Panache.withTransaction(() -> destinations
                .hold(workspace(), destination)
                .chain(found -> mappings.require(found, id)
                        .invoke(mapping -> apply(wanted, found, mapping))
                        .call(mapping -> point(mapping, found, "input.reverseETLModelId", wanted.reverseETLModelId()))
                        .map(mapping -> Data.of("subscription", views.of(found, mapping)))));
    }

    private void apply(Change wanted, Destination destination, SavedMapping mapping) {
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
            MappingRules.settings("input.settings", wanted.settings(), definitions.requireAction(destination, mapping));
            mapping.settings = wanted.settings().toString();
        }
        mapping.schedule = Schedule.changed("input.reverseETLSchedule", wanted.reverseETLSchedule(), mapping.schedule);
    }

    /** An absent id leaves the model as it is; an empty one takes it away. */
    private Uni<Void> point(SavedMapping mapping, Destination destination, String field, String modelId) {
        return modelId == null
                ? Uni.createFrom().voidItem()
                : models.pointedTo(destination.sourceId, field, modelId)
                        .invoke(model -> mapping.modelId = model)
                        .replaceWithVoid();
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

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

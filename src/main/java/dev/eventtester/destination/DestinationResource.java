package dev.eventtester.destination;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Caller;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import dev.eventtester.api.Ids;
import dev.eventtester.api.Page;
import dev.eventtester.api.Require;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.source.Sources;
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

/** {@code /api/destinations}: the destinations of the caller's workspace. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class DestinationResource {

    private final Destinations destinations;
    private final Sources sources;
    private final Settings settings;
    private final Catalog catalog;
    private final Definitions definitions;
    private final DestinationViews views;
    private final SecurityIdentity identity;

    DestinationResource(
            Destinations destinations,
            Sources sources,
            Settings settings,
            Catalog catalog,
            Definitions definitions,
            DestinationViews views,
            SecurityIdentity identity) {
        this.destinations = destinations;
        this.sources = sources;
        this.settings = settings;
        this.catalog = catalog;
        this.definitions = definitions;
        this.views = views;
        this.identity = identity;
    }

    /** What a new destination is made of; members of other versions are ignored. */
    record Creation(String sourceId, String metadataId, String name, Boolean enabled, JsonNode settings) {}

    /** What is to change; absent members stay, settings are merged key by key. */
    record Change(String name, Boolean enabled, JsonNode settings) {}

    @POST
    @Path("/destinations")
    public Uni<Data> create(Creation body) {
        Creation wanted = Require.body(body);
        Require.present("sourceId", wanted.sourceId());
        Require.present("metadataId", wanted.metadataId());
        Require.present("settings", isGiven(wanted.settings()) ? wanted.settings() : null);
        DestinationDefinition definition = catalog.destination(wanted.metadataId())
                .orElseThrow(() -> ApiException.invalid(
                        "metadataId", "The catalog has no destination \"" + wanted.metadataId() + "\"."));
        String name = wanted.name() == null ? definition.name() : Require.name("name", wanted.name());
        boolean enabled = !Boolean.FALSE.equals(wanted.enabled());
        return Panache.withTransaction(() -> sources.require(workspace(), wanted.sourceId())
                .chain(source -> destinations.create(Ids.next(), source, definition, name, enabled, wanted.settings()))
                .map(this::data));
    }

    @GET
    @Path("/destinations")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> list(@Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> destinations.page(workspace(), page))
                .map(slice -> slice.as("destinations", views::of));
    }

    @GET
    @Path("/destinations/{id}")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> get(String id) {
        return Panache.withSession(() -> destinations.require(workspace(), id)).map(this::data);
    }

    @PATCH
    @Path("/destinations/{id}")
    public Uni<Data> change(String id, Change body) {
        Change wanted = Require.body(body);
        return Panache.withTransaction(() -> destinations
                .hold(workspace(), id)
                .invoke(destination -> apply(wanted, destination))
                .map(this::data));
    }

    @DELETE
    @Path("/destinations/{id}")
    public Uni<Data> delete(String id) {
        return Panache.withTransaction(() -> destinations
                .require(workspace(), id)
                .chain(destinations::delete)
                .replaceWith(Data.of("status", "SUCCESS")));
    }

    @GET
    @Path("/sources/{id}/connected-destinations")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> connected(String id, @Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() ->
                        sources.require(workspace(), id).chain(source -> destinations.ofSource(source.id(), page)))
                .map(slice -> slice.as("destinations", views::of));
    }

    private void apply(Change wanted, Destination destination) {
        if (wanted.name() != null) {
            destination.name = Require.name("name", wanted.name());
        }
        if (wanted.enabled() != null) {
            destination.enabled = wanted.enabled();
        }
        if (isGiven(wanted.settings()) && !wanted.settings().isEmpty()) {
            settings.merge(destination, definitions.require(destination), wanted.settings());
        }
    }

    private static boolean isGiven(JsonNode value) {
        return value != null && !value.isNull();
    }

    private Data data(Destination destination) {
        return Data.of("destination", views.of(destination));
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

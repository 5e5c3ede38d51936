package dev.eventtester.model;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import dev.eventtester.access.Caller;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import dev.eventtester.api.Require;
import dev.eventtester.source.Source;
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
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/reverse-etl-models}: the models of the caller's workspace. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class ModelResource {

    private final Models models;
    private final Sources sources;
    private final SecurityIdentity identity;

    ModelResource(Models models, Sources sources, SecurityIdentity identity) {
        this.models = models;
        this.sources = sources;
        this.identity = identity;
    }

    /** What a new model is made of; members of other versions are ignored. */
    record Creation(
            String sourceId,
            String name,
            String description,
            Boolean enabled,
            String query,
            String queryIdentifierColumn) {

        NewModel of(Source source) {
            return new NewModel(source, name, description, enabled, query, queryIdentifierColumn);
        }
    }

    @POST
    @Path("/reverse-etl-models")
    @ResponseStatus(201)
    public Uni<Data> create(Creation body) {
        Creation wanted = Require.body(body);
        Require.present("sourceId", wanted.sourceId());
        Require.present("name", wanted.name());
        Require.present("description", wanted.description());
        Require.present("enabled", wanted.enabled());
        Require.present("query", wanted.query());
        Require.present("queryIdentifierColumn", wanted.queryIdentifierColumn());
        return Panache.withTransaction(() -> sources.require(workspace(), wanted.sourceId())
                .chain(source -> models.create(wanted.of(source)))
                .map(ModelResource::data));
    }

    @GET
    @Path("/reverse-etl-models")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> list(@Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> models.page(workspace(), page))
                .map(slice -> slice.as("models", ModelView::of));
    }

    @GET
    @Path("/reverse-etl-models/{id}")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> get(String id) {
        return Panache.withSession(() -> models.require(workspace(), id)).map(ModelResource::data);
    }

    @PATCH
    @Path("/reverse-etl-models/{id}")
    public Uni<Data> change(String id, ModelChange body) {
        ModelChange wanted = Require.body(body);
        return Panache.withTransaction(
                () -> models.require(workspace(), id).invoke(wanted::applyTo).map(ModelResource::data));
    }

    @DELETE
    @Path("/reverse-etl-models/{id}")
    public Uni<Data> delete(String id) {
        return Panache.withTransaction(
                () -> models.require(workspace(), id).chain(models::delete).replaceWith(Data.of("status", "SUCCESS")));
    }

    private static Data data(Model model) {
        return Data.of("reverseEtlModel", ModelView.of(model));
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

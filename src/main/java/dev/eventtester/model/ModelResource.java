package dev.eventtester.model;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import dev.eventtester.access.Caller;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import dev.eventtester.api.Require;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.SourceKind;
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

    private static final int LONGEST_TEXT = 64 * 1024;

    private final Models models;
    private final Sources sources;
    private final Catalog catalog;
    private final SecurityIdentity identity;

    ModelResource(Models models, Sources sources, Catalog catalog, SecurityIdentity identity) {
        this.models = models;
        this.sources = sources;
        this.catalog = catalog;
        this.identity = identity;
    }

    /** What a new model is made of; members of other versions are ignored. */
    record Creation(
            String sourceId,
            String name,
            String description,
            Boolean enabled,
            String query,
            String queryIdentifierColumn) {}

    /** What is to change; absent members stay. */
    record Change(String name, String description, Boolean enabled, String query, String queryIdentifierColumn) {}

    @POST
    @Path("/reverse-etl-models")
    @ResponseStatus(201)
    public Uni<Data> create(Creation body) {
        Creation wanted = Require.body(body);
        Require.present("sourceId", wanted.sourceId());
        Change all = new Change(
                Require.present("name", wanted.name()),
                Require.present("description", wanted.description()),
                Require.present("enabled", wanted.enabled()),
                Require.present("query", wanted.query()),
                Require.present("queryIdentifierColumn", wanted.queryIdentifierColumn()));
        return Panache.withTransaction(() -> sources.require(workspace(), wanted.sourceId())
                .invoke(this::requireWarehouse)
                .map(source -> new Model(source.workspaceId(), source.id()))
                .invoke(model -> apply(all, model))
                .chain(models::persist)
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
    public Uni<Data> change(String id, Change body) {
        Change wanted = Require.body(body);
        return Panache.withTransaction(() -> models.require(workspace(), id)
                .invoke(model -> apply(wanted, model))
                .map(ModelResource::data));
    }

    @DELETE
    @Path("/reverse-etl-models/{id}")
    public Uni<Data> delete(String id) {
        return Panache.withTransaction(
                () -> models.require(workspace(), id).chain(models::delete).replaceWith(Data.of("status", "SUCCESS")));
    }

    private void requireWarehouse(Source source) {
        boolean warehouse = catalog.source(source.metadataId())
                .filter(definition -> definition.kind() == SourceKind.WAREHOUSE)
                .isPresent();
        if (!warehouse) {
            throw ApiException.invalid("sourceId", "Only a warehouse source can have models.");
        }
    }

    private static void apply(Change wanted, Model model) {
        if (wanted.name() != null) {
            model.name = Require.name("name", wanted.name());
        }
        if (wanted.description() != null) {
            model.description = text("description", wanted.description());
        }
        if (wanted.enabled() != null) {
            model.enabled = wanted.enabled();
        }
        if (wanted.query() != null) {
            model.query = filled("query", text("query", wanted.query()));
        }
        if (wanted.queryIdentifierColumn() != null) {
            model.queryIdentifierColumn = Require.name("queryIdentifierColumn", wanted.queryIdentifierColumn());
        }
    }

    private static String text(String field, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw ApiException.tooLarge(field, "\"" + field + "\" is larger than 64 KB.");
        }
        return value;
    }

    private static String filled(String field, String value) {
        if (value.isBlank()) {
            throw ApiException.invalid(field, "\"" + field + "\" must not be empty.");
        }
        return value;
    }

    private static Data data(Model model) {
        return Data.of("reverseEtlModel", ModelView.of(model));
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

package dev.eventtester.source;

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
import dev.eventtester.catalog.SourceDefinition;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/sources}: the sources of the caller's workspace. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class SourceResource {

    private final Sources sources;
    private final SourceViews views;
    private final WriteKeys writeKeys;
    private final Catalog catalog;
    private final SecurityIdentity identity;

    SourceResource(
            Sources sources, SourceViews views, WriteKeys writeKeys, Catalog catalog, SecurityIdentity identity) {
        this.sources = sources;
        this.views = views;
        this.writeKeys = writeKeys;
        this.catalog = catalog;
        this.identity = identity;
    }

    /** What a new source is made of; members of other versions are ignored. */
    record Creation(String slug, Boolean enabled, String metadataId, JsonNode settings) {}

    /** What is to change; absent members stay. */
    record Change(String name, String slug, Boolean enabled, JsonNode settings) {}

    /** Labels to add, or to have instead of all others. */
    record Labels(List<Label> labels) {}

    @POST
    @Path("/sources")
    @ResponseStatus(201)
    public Uni<Data> create(Creation body) {
        Creation wanted = Require.body(body);
        Require.slug("slug", wanted.slug());
        Require.present("enabled", wanted.enabled());
        Require.present("metadataId", wanted.metadataId());
        SourceDefinition definition = catalog.source(wanted.metadataId())
                .orElseThrow(() -> ApiException.invalid(
                        "metadataId", "The catalog has no source \"" + wanted.metadataId() + "\"."));
        NewSource fresh = NewSource.bare(
                Ids.next(), caller().workspaceId(), wanted.slug(), definition, wanted.enabled(), wanted.settings());
        return Panache.withTransaction(
                () -> sources.create(fresh).chain(views::of).map(view -> Data.of("source", view)));
    }

    @GET
    @Path("/sources")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> list(@Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> sources.page(caller().workspaceId(), page)
                .chain(slice -> views.of(slice.entries()).map(shown -> slice.as("sources", shown))));
    }

    @GET
    @Path("/sources/{id}")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> get(String id) {
        return Panache.withSession(() -> sources.require(caller().workspaceId(), id)
                .chain(views::of)
                .map(view -> Data.of("source", view).and("trackingPlanId", null)));
    }

    @PATCH
    @Path("/sources/{id}")
    public Uni<Data> change(String id, Change body) {
        Change wanted = Require.body(body);
        return Panache.withTransaction(() -> sources.require(caller().workspaceId(), id)
                .call(source -> requireFree(source, wanted.slug()))
                .invoke(source -> apply(wanted, source))
                .chain(views::of)
                .map(view -> Data.of("source", view)));
    }

    @DELETE
    @Path("/sources/{id}")
    public Uni<Data> delete(String id) {
        return Panache.withTransaction(() -> sources.require(caller().workspaceId(), id)
                .chain(sources::delete)
                .map(done -> Data.of("status", "SUCCESS")));
    }

    @POST
    @Path("/sources/{id}/writekey")
    public Uni<Data> addWriteKey(String id) {
        return Panache.withTransaction(() -> sources.require(caller().workspaceId(), id)
                .call(writeKeys::add)
                .chain(views::of)
                .map(view -> Data.of("source", view)));
    }

    @DELETE
    @Path("/sources/{id}/writekey/{writeKey}")
    public Uni<Data> removeWriteKey(String id, String writeKey) {
        return Panache.withTransaction(() -> sources.require(caller().workspaceId(), id)
                .chain(source -> writeKeys.remove(source, writeKey))
                .replaceWith(Data.of("status", "SUCCESS")));
    }

    @POST
    @Path("/sources/{id}/labels")
    public Uni<Data> addLabels(String id, Labels body) {
        List<Label> wanted = Label.checked(Require.body(body).labels());
        return labels(id, present -> Label.added(present, wanted));
    }

    @PUT
    @Path("/sources/{id}/labels")
    public Uni<Data> replaceLabels(String id, Labels body) {
        List<Label> wanted = Label.checked(Require.body(body).labels());
        return labels(id, present -> Label.added(List.of(), wanted));
    }

    private Uni<Data> labels(String id, UnaryOperator<List<Label>> change) {
        return Panache.withTransaction(() -> sources.require(caller().workspaceId(), id)
                .map(source -> {
                    List<Label> labels = change.apply(Label.read(source.labels));
                    source.labels = Label.write(labels);
                    return Data.of("labels", labels);
                }));
    }

    private Uni<Void> requireFree(Source source, String slug) {
        return slug == null || slug.equals(source.slug)
                ? Uni.createFrom().voidItem()
                : sources.requireFree(source.workspaceId, slug);
    }

    private static void apply(Change wanted, Source source) {
        if (wanted.name() != null) {
            source.name = Require.name("name", wanted.name());
        }
        if (wanted.slug() != null) {
            source.slug = Require.slug("slug", wanted.slug());
        }
        if (wanted.enabled() != null) {
            source.enabled = wanted.enabled();
        }
        source.settings = SourceSettings.merged(source.settings, wanted.settings());
    }

    private Caller caller() {
        return Caller.of(identity);
    }
}

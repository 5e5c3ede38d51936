package dev.eventtester.model;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.SourceKind;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The stored models. Every method needs a session. */
@ApplicationScoped
public class Models implements PanacheRepositoryBase<Model, UUID> {

    private final Catalog catalog;

    Models(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Stores a new model; fails with 422 if it breaks a rule, or if its source is no warehouse. Needs a transaction. */
    public Uni<Model> create(NewModel wanted) {
        boolean warehouse = catalog.source(wanted.source().metadataId())
                .filter(definition -> definition.kind() == SourceKind.WAREHOUSE)
                .isPresent();
        return warehouse
                ? Uni.createFrom().item(wanted::model).chain(this::persist)
                : Uni.createFrom()
                        .failure(ApiException.invalid("sourceId", "Only a warehouse source can have models."));
    }

    /** All models of a workspace, oldest first. */
    public Uni<List<Model>> all(UUID workspaceId) {
        return list("workspaceId = ?1 order by id", workspaceId);
    }

    /** One page of a workspace's models, oldest first. */
    Uni<Page.Slice<Model>> page(UUID workspaceId, Page page) {
        return find(
                        "workspaceId = ?1 and id > ?2 order by id",
                        workspaceId,
                        page.after().orElse(PathIds.FIRST))
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, Model::id));
    }

    /**
     * The model of a workspace with this id; fails with 404 if there is none.
     *
     * @param id as it came in a path
     */
    Uni<Model> require(UUID workspaceId, String id) {
        return PathIds.parse(id)
                .map(key ->
                        find("workspaceId = ?1 and id = ?2", workspaceId, key).firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("model", id));
    }

    /**
     * The id of a model of a source, as a mapping points to it; fails with 422 if the source has none with this id.
     *
     * @param field the member of the request that holds the id
     * @param id as it came in a body; empty or null for no model, which gives null
     */
    public Uni<UUID> pointedTo(UUID sourceId, String field, String id) {
        if (id == null || id.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return PathIds.parse(id)
                .map(key -> find("sourceId = ?1 and id = ?2", sourceId, key).firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.invalid(field, "The destination's source has no model \"" + id + "\"."))
                .map(Model::id);
    }

    /**
     * The columns of a model that a mapping points to.
     *
     * @param id null for no model, or one that is gone: then nothing is known
     */
    public Uni<ModelColumns> columnsOf(UUID id) {
        return id == null
                ? Uni.createFrom().item(ModelColumns.NONE)
                : findById(id).map(model -> model == null ? ModelColumns.NONE : ModelColumns.of(model));
    }
}

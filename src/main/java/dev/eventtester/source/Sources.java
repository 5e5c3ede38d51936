package dev.eventtester.source;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The stored sources. Every method needs a session. */
@ApplicationScoped
public class Sources implements PanacheRepositoryBase<Source, UUID> {

    private final WriteKeys writeKeys;

    Sources(WriteKeys writeKeys) {
        this.writeKeys = writeKeys;
    }

    /**
     * Stores a new source with its write keys; fails with 422 if it breaks a rule and with 409 if its slug is taken.
     * Needs a transaction.
     */
    public Uni<Source> create(NewSource wanted) {
        return Uni.createFrom()
                .item(wanted::source)
                .call(fresh -> requireFree(fresh.workspaceId, fresh.slug))
                .chain(this::persist)
                .call(fresh -> writeKeys.give(fresh, wanted.writeKeys()));
    }

    /** All sources of a workspace, oldest first. */
    public Uni<List<Source>> all(UUID workspaceId) {
        return list("workspaceId = ?1 order by id", workspaceId);
    }

    /** Fails with 409 if a workspace has a source with this slug already. */
    Uni<Void> requireFree(UUID workspaceId, String slug) {
        return withSlug(workspaceId, slug)
                .onItem()
                .ifNotNull()
                .failWith(() -> ApiException.conflict("slug", "There is a source with slug \"" + slug + "\" already."))
                .replaceWithVoid();
    }

    /** The write keys of a source, oldest first. */
    public Uni<List<String>> writeKeys(Source source) {
        return writeKeys.of(List.of(source.id)).map(keys -> keys.getOrDefault(source.id, List.of()));
    }

    /** One page of a workspace's sources, oldest first. */
    Uni<Page.Slice<Source>> page(UUID workspaceId, Page page) {
        return find(
                        "workspaceId = ?1 and id > ?2 order by id",
                        workspaceId,
                        page.after().orElse(PathIds.FIRST))
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, Source::id));
    }

    /**
     * The source of a workspace with this id; fails with 404 if there is none.
     *
     * @param id as it came in a path or a body
     */
    public Uni<Source> require(UUID workspaceId, String id) {
        return PathIds.parse(id)
                .map(key ->
                        find("workspaceId = ?1 and id = ?2", workspaceId, key).firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("source", id));
    }

    /** The source that a write key belongs to, or null. */
    public Uni<Source> withWriteKey(String writeKey) {
        if (writeKey.indexOf('\0') >= 0) {
            return Uni.createFrom().nullItem();
        }
        return find("id = (select k.sourceId from WriteKey k where k.writeKey = ?1)", writeKey)
                .firstResult();
    }

    /** The source with this slug in a workspace, or null. */
    public Uni<Source> withSlug(UUID workspaceId, String slug) {
        return find("workspaceId = ?1 and slug = ?2", workspaceId, slug).firstResult();
    }
}

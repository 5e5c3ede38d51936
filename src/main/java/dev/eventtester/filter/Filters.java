package dev.eventtester.filter;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The stored filters. Every method needs a session. */
@ApplicationScoped
public class Filters implements PanacheRepositoryBase<SavedFilter, UUID> {

    private static final int MOST = 20;

    /** What the enabled filters of a destination do, oldest first. */
    public Uni<List<FilterRule>> enabledOf(UUID destinationId) {
        return list("destinationId = ?1 and enabled order by id", destinationId)
                .map(filters -> filters.stream().map(SavedFilter::rule).toList());
    }

    /** All filters of some destinations, oldest first. */
    public Uni<List<SavedFilter>> of(Collection<UUID> destinationIds) {
        return list("destinationId in ?1 order by id", destinationIds);
    }

    /** One page of the filters of a destination, oldest first. */
    public Uni<Page.Slice<SavedFilter>> page(UUID destinationId, Page page) {
        return find(
                        "destinationId = ?1 and id > ?2 order by id",
                        destinationId,
                        page.after().orElse(PathIds.FIRST))
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, SavedFilter::id));
    }

    /**
     * The filter of a destination with this id; fails with 404 if there is none.
     *
     * @param id as it came in a path
     */
    public Uni<SavedFilter> require(UUID destinationId, String id) {
        return PathIds.parse(id)
                .map(key -> find("destinationId = ?1 and id = ?2", destinationId, key)
                        .firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("filter", id));
    }

    /**
     * Stores a new filter of a destination that is held; a 422 names what is wrong with it, or that the destination has
     * as many as it may have. Needs a transaction.
     *
     * @param wanted all members but the description must be there
     */
    public Uni<SavedFilter> create(UUID destinationId, FilterChange wanted) {
        SavedFilter fresh = new SavedFilter(destinationId);
        wanted.requireAll();
        wanted.applyTo(fresh);
        return count("destinationId", destinationId)
                .invoke(Filters::requireRoom)
                .chain(() -> persist(fresh));
    }

    private static void requireRoom(long count) {
        if (count >= MOST) {
            throw ApiException.invalid("filters", "A destination may have at most " + MOST + " filters.");
        }
    }
}

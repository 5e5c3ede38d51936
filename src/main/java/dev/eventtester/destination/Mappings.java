package dev.eventtester.destination;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The stored mappings. Every method needs a session. */
@ApplicationScoped
public class Mappings implements PanacheRepositoryBase<SavedMapping, UUID> {

    /** How many mappings a destination may have. */
    static final int MOST = 50;

    /** All mappings of a destination, oldest first. */
    public Uni<List<SavedMapping>> of(Destination destination) {
        return list("destinationId = ?1 order by id", destination.id);
    }

    /** All mappings of some destinations, oldest first. */
    public Uni<List<SavedMapping>> of(Collection<UUID> destinationIds) {
        return list("destinationId in ?1 order by id", destinationIds);
    }

    /** One page of the mappings of a destination. */
    Uni<Page.Slice<SavedMapping>> page(Destination destination, Page page) {
        return find(
                        "destinationId = ?1 and id > ?2 order by id",
                        destination.id,
                        page.after().orElse(PathIds.FIRST))
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, SavedMapping::id));
    }

    /**
     * The mapping of a destination with this id; fails with 404 if there is none.
     *
     * @param id as it came in a path
     */
    public Uni<SavedMapping> require(Destination destination, String id) {
        return PathIds.parse(id)
                .map(key -> find("destinationId = ?1 and id = ?2", destination.id, key)
                        .firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("subscription", id));
    }

    /**
     * Stores a new mapping of a destination that is held; a 422 names what is wrong with it, or that the destination
     * has as many as it may have. Needs a transaction.
     */
    public Uni<SavedMapping> create(Destination destination, NewMapping wanted) {
        return Uni.createFrom()
                .item(() -> wanted.of(destination))
                .call(fresh -> count("destinationId", destination.id).invoke(Mappings::requireRoom))
                .chain(this::persist);
    }

    private static void requireRoom(long count) {
        if (count >= MOST) {
            throw ApiException.invalid("subscriptions", "A destination may have at most " + MOST + " subscriptions.");
        }
    }
}

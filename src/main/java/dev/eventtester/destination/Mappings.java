package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import dev.eventtester.catalog.ActionDefinition;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** One page of them. */
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
    public Uni<SavedMapping> create(
            Destination destination,
            ActionDefinition action,
            String name,
            boolean enabled,
            String trigger,
            JsonNode settings) {
        MappingRules.trigger("trigger", trigger);
        MappingRules.settings("settings", settings, action);
        SavedMapping fresh = new SavedMapping(destination.id, name, action.id(), enabled, trigger, settings.toString());
        return count("destinationId", destination.id)
                .invoke(Mappings::requireRoom)
                .chain(() -> persist(fresh));
    }

    private static void requireRoom(long count) {
        if (count >= MOST) {
            throw ApiException.invalid("subscriptions", "A destination may have at most " + MOST + " subscriptions.");
        }
    }
}

package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.catalog.SourceKind;
import dev.eventtester.source.Source;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The stored destinations. Every method needs a session. */
@ApplicationScoped
public class Destinations implements PanacheRepositoryBase<Destination, UUID> {

    private final Settings settings;
    private final Definitions definitions;

    Destinations(Settings settings, Definitions definitions) {
        this.settings = settings;
        this.definitions = definitions;
    }

    /**
     * Stores a new destination; throws a 422 if its source cannot feed it. Needs a transaction.
     *
     * @param id of the new destination
     * @param values the settings in plain; secrets among them are sealed
     */
    public Uni<Destination> create(
            UUID id, Source source, DestinationDefinition definition, String name, boolean enabled, JsonNode values) {
        SourceKind kind = definitions.requireKind(source);
        if (!definition.sourceKinds().contains(kind)) {
            throw ApiException.invalid(
                    "sourceId",
                    definition.name() + " takes sources of kind " + definition.sourceKinds() + "; this source is "
                            + kind + ".");
        }
        Destination fresh = new Destination(id, source.workspaceId(), source.id(), definition.id(), name, enabled);
        settings.merge(fresh, definition, values);
        return persist(fresh);
    }

    /** All destinations of a workspace, oldest first. */
    public Uni<List<Destination>> all(UUID workspaceId) {
        return list("workspaceId = ?1 order by id", workspaceId);
    }

    /**
     * Gives a destination those of some settings that are secrets which it does not have yet; gives the destination as it
     * is then. Needs a transaction.
     */
    public Uni<Destination> addSecrets(Destination destination, JsonNode values) {
        DestinationDefinition definition = definitions.require(destination);
        JsonNode fresh = settings.newSecrets(destination, definition, values);
        return fresh.isEmpty()
                ? Uni.createFrom().item(destination)
                : hold(destination.workspaceId, destination.id.toString())
                        .invoke(held -> settings.merge(held, definition, fresh));
    }

    /**
     * The settings that a destination lacks because they were masked when they came, and the secrets that it must have
     * and does not, in the definition's order.
     *
     * @param values the settings as they came
     */
    public List<String> missingSettings(Destination destination, JsonNode values) {
        return settings.missing(destination, definitions.require(destination), values);
    }

    /** One page of a workspace's destinations, oldest first. */
    Uni<Page.Slice<Destination>> page(UUID workspaceId, Page page) {
        return find(
                        "workspaceId = ?1 and id > ?2 order by id",
                        workspaceId,
                        page.after().orElse(PathIds.FIRST))
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, Destination::id));
    }

    /** One page of the destinations that a source feeds, oldest first. */
    Uni<Page.Slice<Destination>> ofSource(UUID sourceId, Page page) {
        return find(
                        "sourceId = ?1 and id > ?2 order by id",
                        sourceId,
                        page.after().orElse(PathIds.FIRST))
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, Destination::id));
    }

    /**
     * The destination of a workspace with this id; fails with 404 if there is none.
     *
     * @param id as it came in a path
     */
    public Uni<Destination> require(UUID workspaceId, String id) {
        return find(workspaceId, id, LockModeType.NONE);
    }

    /** The same, held against changes until the transaction ends. */
    public Uni<Destination> hold(UUID workspaceId, String id) {
        return find(workspaceId, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Destination> find(UUID workspaceId, String id, LockModeType lock) {
        return PathIds.parse(id)
                .map(key -> find("workspaceId = ?1 and id = ?2", workspaceId, key)
                        .withLock(lock)
                        .firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("destination", id));
    }
}

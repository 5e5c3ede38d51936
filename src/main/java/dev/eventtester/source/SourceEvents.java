package dev.eventtester.source;

import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The ring of recent events of every source. Every method needs a session. */
@ApplicationScoped
class SourceEvents implements PanacheRepositoryBase<SourceEvent, UUID> {

    // skip locked: two batches that arrive together never wait for each other's cleaning
    private static final String TRIM = """
        delete from source_event where id in (
            select id from source_event where source_id = ?1 order by id desc offset ?2 for update skip locked)\
        """;

    private final SourceConfig config;

    SourceEvents(SourceConfig config) {
        this.config = config;
    }

    /** Adds events to the ring of one source and drops what no longer fits. Needs a transaction. */
    Uni<Void> add(UUID sourceId, List<SourceEvent> events) {
        List<SourceEvent> kept = events.subList(Math.max(0, events.size() - config.recentEvents()), events.size());
        return persist(kept)
                .chain(Panache::flush)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(TRIM)
                        .setParameter(1, sourceId)
                        .setParameter(2, config.recentEvents())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * One page of a source's events, newest first.
     *
     * @param type only events of this type, or null
     * @param name only events of this name, or null
     */
    Uni<Page.Slice<SourceEvent>> page(UUID sourceId, String type, String name, Page page) {
        Parameters parameters =
                Parameters.with("source", sourceId).and("before", page.after().orElse(PathIds.LAST));
        StringBuilder query = new StringBuilder("sourceId = :source and id < :before");
        if (type != null) {
            query.append(" and type = :type");
            parameters.and("type", type);
        }
        if (name != null) {
            query.append(" and name = :name");
            parameters.and("name", name);
        }
        return find(query.append(" order by id desc").toString(), parameters)
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, event -> event.id));
    }
}

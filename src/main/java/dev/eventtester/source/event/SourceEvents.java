package dev.eventtester.source.event;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ring of recent events of every source. Every method needs a session. */
@ApplicationScoped
public class SourceEvents implements PanacheRepositoryBase<SourceEvent, UUID> {

    // skip locked: two batches that arrive together never wait for each other's cleaning
    private static final String TRIM = """
        delete from source_event where id in (
            select id from source_event where source_id = ?1 order by id desc offset ?2 for update skip locked)\
        """;

    // one order for every batch: two that bring the same ids at the same time wait for each other, and never in a ring
    private static final String INSERT = """
        insert into source_event (id, source_id, received_at, type, name, message_id, timestamp, original,
                                  batch_context, batch_integrations)
        select id, source_id, received_at, type, name, message_id, timestamp, original, batch_context,
               batch_integrations
        from json_to_recordset(cast(cast(?1 as text) as json)) as event (
            id uuid, source_id uuid, received_at timestamptz, type text, name text, message_id text, timestamp text,
            original text, batch_context text, batch_integrations text)
        order by message_id
        on conflict (source_id, message_id) do nothing\
        """;

    private final SourceConfig config;

    SourceEvents(SourceConfig config) {
        this.config = config;
    }

    /**
     * Adds events to the ring of one source and drops what no longer fits. An event whose message id the ring has, or
     * that came earlier in the list, is left out. Needs a transaction.
     */
    public Uni<Void> add(UUID sourceId, List<SourceEvent> events) {
        String rows = newest(events);
        return Panache.getSession()
                .call(session ->
                        session.createNativeQuery(INSERT).setParameter(1, rows).executeUpdate())
                .call(session -> session.createNativeQuery(TRIM)
                        .setParameter(1, sourceId)
                        .setParameter(2, config.recentEvents())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The events that the ring has room for, as a JSON array of rows. */
    private String newest(List<SourceEvent> events) {
        Map<String, SourceEvent> once = new LinkedHashMap<>();
        events.forEach(event -> once.putIfAbsent(event.messageId, event));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        once.values().stream()
                .skip(Math.max(0, once.size() - config.recentEvents()))
                .forEach(event -> rows.add(row(event)));
        return rows.toString();
    }

    private static ObjectNode row(SourceEvent event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", event.id.toString())
                .put("source_id", event.sourceId.toString())
                .put("received_at", event.receivedAt.toString())
                .put("type", event.type)
                .put("name", event.name)
                .put("message_id", event.messageId)
                .put("timestamp", event.timestamp)
                .put("original", event.original)
                .put("batch_context", event.batchContext)
                .put("batch_integrations", event.batchIntegrations);
    }

    /**
     * One page of a source's events, newest first.
     *
     * @param type only events of this type, or null
     * @param name only events of this name, or null
     * @param text only events whose exact text has this in it, in upper or lower case; or null
     */
    Uni<Page.Slice<SourceEvent>> page(UUID sourceId, String type, String name, String text, Page page) {
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
        if (text != null && !text.isEmpty()) {
            query.append(" and original ilike :text escape '!'");
            parameters.and("text", "%" + text.replaceAll("[!%_]", "!$0") + "%");
        }
        return find(query.append(" order by id desc").toString(), parameters)
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, event -> event.id));
    }
}

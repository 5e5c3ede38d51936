package dev.eventtester.outcome;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import dev.eventtester.outcome.document.OutcomeDocument;
import dev.eventtester.outcome.search.History;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stored outcomes. Every method needs a session. */
@ApplicationScoped
public class Outcomes implements PanacheRepositoryBase<Outcome, UUID> {

    private static final String CHANGED_SINCE = """
        select tested.mappingId, mapping.version from TestedMapping tested
        left join SavedMapping mapping on mapping.id = tested.mappingId
        where tested.outcomeId = :outcome
            and (mapping.id is null or mapping.version <> tested.version)
        order by tested.mappingId\
        """;

    // one statement: fifty entities would take the service longer than the database
    private static final String TESTED = """
        insert into outcome_mapping (outcome_id, mapping_id, version)
        select ?1, tested.id, tested.version
        from json_to_recordset(cast(cast(?2 as text) as json)) as tested (id uuid, version bigint)\
        """;

    private final Instance instance;

    Outcomes(Instance instance) {
        this.instance = instance;
    }

    /** Writes down that a test is about to run. Needs a transaction. */
    public Uni<Void> begin(UUID workspaceId, OutcomeDocument document) {
        return persistAndFlush(new Outcome(workspaceId, instance.name(), document))
                .chain(this::getSession)
                .chain(session -> session.createNativeQuery(TESTED)
                        .setParameter(1, document.id())
                        .setParameter(2, TestedMapping.rows(document))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Writes down how it ended, in one statement; gives the exact document. */
    public Uni<String> complete(OutcomeDocument document) {
        String text = document.text();
        return update(
                        "status = ?1, verdict = ?2, head = ?3, document = ?4 where id = ?5",
                        document.status(),
                        document.verdict(),
                        document.head(),
                        text,
                        document.id())
                .invoke(rows -> requireOne(rows, document))
                .replaceWith(text);
    }

    private static void requireOne(int rows, OutcomeDocument document) {
        if (rows != 1) {
            throw new IllegalStateException("the outcome " + document.id() + " was not kept while its test ran");
        }
    }

    /**
     * The outcome of a workspace with this id; fails with 404 if there is none.
     *
     * @param id as it came in a path
     */
    public Uni<Outcome> require(UUID workspaceId, String id) {
        return PathIds.parse(id)
                .map(key ->
                        find("workspaceId = ?1 and id = ?2", workspaceId, key).firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("outcome", id));
    }

    /** The mappings that were edited or deleted since an outcome began, in the order of its document. */
    Uni<List<Stale>> stale(Outcome outcome) {
        return getSession()
                .chain(session -> session.createQuery(CHANGED_SINCE, Object[].class)
                        .setParameter("outcome", outcome.id)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> Stale.of((UUID) row[0], (Long) row[1]))
                        .toList());
    }

    /** One page of a workspace's outcomes, newest first. */
    Uni<Page.Slice<OutcomeHead>> page(UUID workspaceId, History history, Page page) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("workspace", workspaceId);
        parameters.put("before", page.after().orElse(PathIds.LAST));
        String query = "workspaceId = :workspace and id < :before" + history.conditions(parameters);
        return find(query + " order by id desc", parameters)
                .project(OutcomeHead.class)
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, OutcomeHead::id));
    }
}

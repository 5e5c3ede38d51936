package dev.eventtester.outcome;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
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

    private final Instance instance;

    Outcomes(Instance instance) {
        this.instance = instance;
    }

    /** Writes down that a test is about to run. Needs a transaction. */
    public Uni<Void> begin(UUID workspaceId, OutcomeDocument document) {
        List<TestedMapping> tested = TestedMapping.of(document);
        return persist(new Outcome(workspaceId, instance.name(), document))
                .chain(this::getSession)
                .chain(session -> session.setBatchSize(tested.size()).persistAll(tested.toArray()));
    }

    /** Writes down how it ended. Needs a transaction. */
    public Uni<Void> complete(OutcomeDocument document) {
        return findById(document.id())
                .invoke(outcome -> outcome.write(document))
                .replaceWithVoid();
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

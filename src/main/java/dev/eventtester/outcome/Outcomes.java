package dev.eventtester.outcome;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored outcomes. Every method needs a session. */
@ApplicationScoped
public class Outcomes implements PanacheRepositoryBase<Outcome, UUID> {

    private final Instance instance;

    Outcomes(Instance instance) {
        this.instance = instance;
    }

    /** Writes down that a test is about to run. Needs a transaction. */
    public Uni<Void> begin(UUID workspaceId, OutcomeDocument document) {
        return persist(new Outcome(workspaceId, instance.name(), document)).replaceWithVoid();
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
    Uni<Outcome> require(UUID workspaceId, String id) {
        return PathIds.parse(id)
                .map(key ->
                        find("workspaceId = ?1 and id = ?2", workspaceId, key).firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("outcome", id));
    }

    /** One page of a workspace's outcomes, newest first. */
    Uni<Page.Slice<Outcome>> page(UUID workspaceId, History history, Page page) {
        Parameters parameters = Parameters.with("workspace", workspaceId)
                .and("before", page.after().orElse(PathIds.LAST));
        String query = "workspaceId = :workspace and id < :before" + history.conditions(parameters);
        return find(query + " order by id desc", parameters)
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, outcome -> outcome.id));
    }
}

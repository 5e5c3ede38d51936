package dev.eventtester.transfer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The stored origins. Every method needs a session. */
@ApplicationScoped
class Origins implements PanacheRepositoryBase<Origin, Origin.Key> {

    Uni<List<Origin>> of(UUID workspaceId) {
        return list("workspaceId", workspaceId);
    }

    /** Remembers what an id became, also in place of something that was deleted since. Needs a transaction. */
    Uni<Void> remember(UUID workspaceId, ResourceKind kind, String id, UUID takenAs) {
        return findById(new Origin.Key(workspaceId, kind, id))
                .onItem()
                .ifNotNull()
                .invoke(stale -> stale.takenAs = takenAs)
                .onItem()
                .ifNull()
                .switchTo(() -> persist(new Origin(workspaceId, kind, id, takenAs)))
                .replaceWithVoid();
    }
}

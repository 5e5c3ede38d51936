package dev.eventtester.audit;

import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored entries. Every method needs a session. */
@ApplicationScoped
class AuditLog implements PanacheRepositoryBase<AuditEntry, UUID> {

    /** One page of a workspace's entries, newest first. */
    Uni<Page.Slice<AuditEntry>> page(UUID workspaceId, Page page) {
        return find(
                        "workspaceId = ?1 and id < ?2 order by id desc",
                        workspaceId,
                        page.after().orElse(PathIds.LAST))
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, entry -> entry.id));
    }
}

package dev.eventtester.access;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Page;
import dev.eventtester.api.PathIds;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The stored access tokens. Every method needs a session. */
@ApplicationScoped
class AccessTokens implements PanacheRepositoryBase<AccessToken, UUID> {

    /** The token with this hash, or null. */
    Uni<AccessToken> withHash(byte[] hash) {
        return find("hash", (Object) hash).firstResult();
    }

    /** The token with this name in a workspace, or null. */
    Uni<AccessToken> named(UUID workspaceId, String name) {
        return find("workspaceId = ?1 and name = ?2", workspaceId, name).firstResult();
    }

    /** One page of a workspace's tokens, oldest first. */
    Uni<Page.Slice<AccessToken>> page(UUID workspaceId, Page page) {
        return find(
                        "workspaceId = ?1 and id > ?2 order by id",
                        workspaceId,
                        page.after().orElse(PathIds.FIRST))
                .range(0, page.limit() - 1)
                .list()
                .map(rows -> page.slice(rows, token -> token.id));
    }

    /**
     * The token of a workspace with this id; fails with 404 if there is none.
     *
     * @param id as it came in a path
     */
    Uni<AccessToken> require(UUID workspaceId, String id) {
        return PathIds.parse(id)
                .map(key ->
                        find("workspaceId = ?1 and id = ?2", workspaceId, key).firstResult())
                .orElse(Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("token", id));
    }

    /** Writes down that a token was used. Needs a transaction. */
    Uni<Integer> used(UUID id, Instant now) {
        return update("lastUsedAt = ?1 where id = ?2", now, id);
    }
}

package dev.eventtester.access;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored access tokens. */
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
}

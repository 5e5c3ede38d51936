package dev.eventtester.access;

import dev.eventtester.api.Ids;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

/** The stored workspaces and the way to give one its tokens. */
@ApplicationScoped
public class Workspaces implements PanacheRepositoryBase<Workspace, UUID> {

    private final AccessTokens tokens;

    Workspaces(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** The workspace with this slug, or null. Needs a session. */
    Uni<Workspace> withSlug(String slug) {
        return find("slug", slug).firstResult();
    }

    /** The workspace, held against other holders until the transaction ends. Needs a transaction. */
    public Uni<Workspace> hold(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The workspace with this slug, made if there is none yet. Needs a transaction. */
    public Uni<Workspace> ensure(String slug, String name) {
        Workspace fresh = new Workspace(Ids.next(), slug, name, Instant.now());
        return withSlug(slug).onItem().ifNull().switchTo(() -> persist(fresh));
    }

    /**
     * Gives a workspace a token whose text is known beforehand, replacing the one of the same name. Needs a
     * transaction.
     *
     * @param loopbackOnly whether it is accepted from this machine only
     */
    public Uni<Void> grant(Workspace workspace, String name, Role role, String token, boolean loopbackOnly) {
        byte[] hash = TokenHash.of(token);
        AccessToken fresh = new AccessToken(workspace.id, name, role, hash);
        fresh.loopbackOnly = loopbackOnly;
        return tokens.named(workspace.id, name)
                .onItem()
                .ifNotNull()
                .invoke(stored -> stored.hash = hash)
                .onItem()
                .ifNull()
                .switchTo(() -> tokens.persist(fresh))
                .replaceWithVoid();
    }
}

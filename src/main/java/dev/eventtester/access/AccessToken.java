package dev.eventtester.access;

import dev.eventtester.api.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A bearer token of a workspace; only its hash is stored. */
@Entity
class AccessToken {

    /** A use is written down at most once in this time, so that reading does not become writing. */
    private static final Duration USE_GRAIN = Duration.ofMinutes(1);

    @Id
    UUID id;

    UUID workspaceId;
    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    byte[] hash;
    boolean loopbackOnly;
    Instant createdAt;
    Instant expiresAt;
    Instant lastUsedAt;

    protected AccessToken() {}

    AccessToken(UUID workspaceId, String name, Role role, byte[] hash) {
        this.id = Ids.next();
        this.workspaceId = workspaceId;
        this.name = name;
        this.role = role;
        this.hash = hash.clone();
        this.createdAt = Instant.now();
    }

    Caller caller() {
        return new Caller(workspaceId, role, "token:" + name);
    }

    boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean isUseDue(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(USE_GRAIN).isBefore(now);
    }
}

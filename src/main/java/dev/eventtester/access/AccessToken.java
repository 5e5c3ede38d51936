package dev.eventtester.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A bearer token of a workspace; only its hash is stored. */
@Entity
class AccessToken {

    @Id
    UUID id;

    UUID workspaceId;
    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    byte[] hash;
    boolean loopbackOnly;
    Instant createdAt;

    protected AccessToken() {}

    AccessToken(
            UUID id, UUID workspaceId, String name, Role role, byte[] hash, boolean loopbackOnly, Instant createdAt) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.name = name;
        this.role = role;
        this.hash = hash.clone();
        this.loopbackOnly = loopbackOnly;
        this.createdAt = createdAt;
    }

    Caller caller() {
        return new Caller(workspaceId, role, "token:" + name);
    }
}

package dev.eventtester.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Owns sources, destinations, outcomes and tokens. */
@Entity
public class Workspace {

    @Id
    UUID id;

    String slug;
    String name;
    Instant createdAt;

    protected Workspace() {}

    Workspace(UUID id, String slug, String name, Instant createdAt) {
        this.id = id;
        this.slug = slug;
        this.name = name;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }
}

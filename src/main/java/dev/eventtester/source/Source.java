package dev.eventtester.source;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One place where events come from. */
@Entity
public class Source {

    @Id
    UUID id;

    UUID workspaceId;
    String slug;
    String name;
    String metadataId;
    boolean enabled;
    String settings;
    String labels;
    Instant createdAt;

    protected Source() {}

    Source(UUID id, UUID workspaceId, String slug, String metadataId, boolean enabled, String settings) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.slug = slug;
        this.name = slug;
        this.metadataId = metadataId;
        this.enabled = enabled;
        this.settings = settings;
        this.labels = "[]";
        this.createdAt = Instant.now();
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String slug() {
        return slug;
    }

    /** How a person calls it. */
    public String name() {
        return name;
    }

    /** Whether it takes events. */
    public boolean enabled() {
        return enabled;
    }

    /** The id of its definition in the catalog. */
    public String metadataId() {
        return metadataId;
    }
}

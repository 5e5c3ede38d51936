package dev.eventtester.destination;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One configured instance of a destination definition, connected to a source. */
@Entity
public class Destination {

    @Id
    UUID id;

    UUID workspaceId;
    UUID sourceId;
    String metadataId;
    String name;
    boolean enabled;
    String settings;
    String secrets;
    Instant createdAt;

    protected Destination() {}

    Destination(UUID id, UUID workspaceId, UUID sourceId, String metadataId, String name, boolean enabled) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.sourceId = sourceId;
        this.metadataId = metadataId;
        this.name = name;
        this.enabled = enabled;
        this.settings = "{}";
        this.secrets = "{}";
        this.createdAt = Instant.now();
    }

    public UUID id() {
        return id;
    }

    /** The source that feeds it. */
    public UUID sourceId() {
        return sourceId;
    }

    /** How a person calls it; may be null. */
    public String name() {
        return name;
    }

    /** The id of its definition in the catalog. */
    public String metadataId() {
        return metadataId;
    }
}

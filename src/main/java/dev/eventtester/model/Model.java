package dev.eventtester.model;

import dev.eventtester.api.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A query of a warehouse source; every row that it gives is a record. */
@Entity
@Table(name = "reverse_etl_model")
public class Model {

    @Id
    UUID id;

    UUID workspaceId;
    UUID sourceId;
    String name;
    String description;
    boolean enabled;
    String query;
    String queryIdentifierColumn;
    /** A JSON array; null where the query tells the columns. */
    String rowColumns;

    Instant createdAt;

    protected Model() {}

    Model(UUID workspaceId, UUID sourceId) {
        this.id = Ids.next();
        this.workspaceId = workspaceId;
        this.sourceId = sourceId;
        this.createdAt = Instant.now();
    }

    public UUID id() {
        return id;
    }
}

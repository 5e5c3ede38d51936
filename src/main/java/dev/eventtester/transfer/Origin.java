package dev.eventtester.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Under which id of another installation something was imported, so that it is not imported twice. */
@Entity
@Table(name = "import_origin")
@IdClass(Origin.Key.class)
class Origin {

    @Id
    UUID workspaceId;

    @Id
    @Enumerated(EnumType.STRING)
    ResourceKind kind;

    @Id
    @Column(name = "origin_id")
    String id;

    UUID takenAs;

    protected Origin() {}

    Origin(UUID workspaceId, ResourceKind kind, String id, UUID takenAs) {
        this.workspaceId = workspaceId;
        this.kind = kind;
        this.id = id;
        this.takenAs = takenAs;
    }

    /** What makes one of them. */
    record Key(UUID workspaceId, ResourceKind kind, String id) implements Serializable {}
}

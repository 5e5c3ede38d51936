package dev.eventtester.destination;

import dev.eventtester.api.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A mapping as it is stored: trigger, action and field values of a destination. */
@Entity
@Table(name = "mapping")
public class SavedMapping {

    @Id
    UUID id;

    UUID destinationId;
    String name;
    String actionId;
    boolean enabled;

    @Column(name = "trigger_text")
    String trigger;

    String settings;
    UUID modelId;
    String schedule;

    @Version
    long version;

    Instant createdAt;

    protected SavedMapping() {}

    SavedMapping(UUID destinationId, String name, String actionId, boolean enabled, String trigger, String settings) {
        this.id = Ids.next();
        this.destinationId = destinationId;
        this.name = name;
        this.actionId = actionId;
        this.enabled = enabled;
        this.trigger = trigger;
        this.settings = settings;
        this.createdAt = Instant.now();
    }

    public UUID id() {
        return id;
    }

    public UUID destinationId() {
        return destinationId;
    }
}

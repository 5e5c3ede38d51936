package dev.eventtester.filter;

import dev.eventtester.api.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A filter as it is stored. */
@Entity
@Table(name = "destination_filter")
public class SavedFilter {

    @Id
    UUID id;

    UUID destinationId;
    String title;
    String description;
    boolean enabled;

    @Column(name = "condition")
    String condition;

    String actions;
    Instant createdAt;
    Instant updatedAt;

    protected SavedFilter() {}

    SavedFilter(UUID destinationId) {
        this.id = Ids.next();
        this.destinationId = destinationId;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        this.updatedAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID destinationId() {
        return destinationId;
    }

    /** What it does. */
    public FilterRule rule() {
        List<FilterAction> parsed = FilterActions.read(actions);
        return new FilterRule(title, condition, parsed);
    }
}

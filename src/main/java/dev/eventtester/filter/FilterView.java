package dev.eventtester.filter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A filter as the Public API shows it: exactly these members, since its clients refuse others.
 *
 * @param condition on the wire {@code if}
 * @param description left out if there is none
 */
@RegisterForReflection
public record FilterView(
        UUID id,
        UUID sourceId,
        UUID destinationId,
        @JsonProperty("if") String condition,
        List<FilterAction> actions,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) String description,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * The view of a filter.
     *
     * @param sourceId the source of its destination
     */
    public static FilterView of(SavedFilter filter, UUID sourceId) {
        return new FilterView(
                filter.id,
                sourceId,
                filter.destinationId,
                filter.condition,
                filter.rule().actions(),
                filter.title,
                filter.description,
                filter.enabled,
                filter.createdAt,
                filter.updatedAt);
    }
}

package dev.eventtester.destination;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A mapping as the Public API shows it: exactly these members, since its clients refuse others.
 *
 * @param modelId the Reverse ETL model that feeds it, empty if none does
 * @param reverseETLSchedule left out if there is none: older clients do not know it
 */
@RegisterForReflection
public record SubscriptionView(
        UUID id,
        String name,
        String actionId,
        String actionSlug,
        UUID destinationId,
        boolean enabled,
        JsonNode settings,
        String trigger,
        String modelId,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode reverseETLSchedule) {

    static SubscriptionView of(SavedMapping mapping, String actionSlug) {
        return new SubscriptionView(
                mapping.id,
                mapping.name,
                mapping.actionId,
                actionSlug,
                mapping.destinationId,
                mapping.enabled,
                JsonText.parse(mapping.settings),
                mapping.trigger,
                mapping.modelId == null ? "" : mapping.modelId.toString(),
                Schedule.shown(mapping.schedule));
    }
}

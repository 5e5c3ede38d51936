package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.catalog.ActionDefinition;
import dev.eventtester.event.JsonText;
import java.util.UUID;

/**
 * A mapping as the Public API shows it: exactly these members, since its clients refuse others.
 *
 * @param modelId the Reverse ETL model that feeds it, empty if none does
 */
record SubscriptionView(
        UUID id,
        String name,
        String actionId,
        String actionSlug,
        UUID destinationId,
        boolean enabled,
        JsonNode settings,
        String trigger,
        String modelId) {

    static SubscriptionView of(SavedMapping mapping, ActionDefinition action) {
        return new SubscriptionView(
                mapping.id,
                mapping.name,
                action.id(),
                action.slug(),
                mapping.destinationId,
                mapping.enabled,
                JsonText.parse(mapping.settings),
                mapping.trigger,
                mapping.modelId);
    }
}

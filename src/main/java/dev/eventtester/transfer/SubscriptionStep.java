package dev.eventtester.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.catalog.ActionDefinition;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.destination.Destination;
import dev.eventtester.destination.Destinations;
import dev.eventtester.destination.Mappings;
import dev.eventtester.destination.NewMapping;
import dev.eventtester.destination.SavedMapping;
import dev.eventtester.model.Model;
import dev.eventtester.model.Models;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Mappings. The action is known by its id or else its slug, since installations have ids of their own. */
record SubscriptionStep(
        Known<SavedMapping> known,
        Known<Destination> allDestinations,
        Known<Model> allModels,
        UUID workspaceId,
        Destinations destinations,
        Models models,
        Mappings mappings,
        Catalog catalog)
        implements ImportStep<SavedMapping> {

    @Override
    public UUID id(SavedMapping mapping) {
        return mapping.id();
    }

    @Override
    public Uni<SavedMapping> create(ImportItem item) {
        Destination destination = allDestinations.require("destinationId", item.required("destinationId"));
        ActionDefinition action = action(destination, item);
        return destinations
                .hold(workspaceId, destination.id().toString())
                .chain(held -> model(held, item))
                .map(model -> mapping(action, item, model))
                .chain(mapping -> mappings.create(destination, mapping));
    }

    private static NewMapping mapping(ActionDefinition action, ImportItem item, UUID model) {
        JsonNode schedule = item.json().get("reverseETLSchedule");
        return new NewMapping(
                action,
                item.required("name"),
                item.enabled(),
                item.required("trigger"),
                item.settings(),
                model,
                schedule);
    }

    private ActionDefinition action(Destination destination, ImportItem item) {
        DestinationDefinition definition = catalog.destination(destination.metadataId())
                .orElseThrow(() -> ApiException.invalid(
                        "destinationId", "The catalog has no \"" + destination.metadataId() + "\" any more."));
        String id = item.required("actionId");
        return definition
                .action(id)
                .or(() -> Optional.ofNullable(item.text("actionSlug")).flatMap(definition::action))
                .orElseThrow(
                        () -> ApiException.invalid("actionId", definition.name() + " has no action \"" + id + "\"."));
    }

    private Uni<UUID> model(Destination destination, ImportItem item) {
        String id = item.text("modelId");
        if (id == null || id.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        String taken = allModels.require("modelId", id).id().toString();
        return models.pointedTo(destination.sourceId(), "modelId", taken);
    }
}

package dev.eventtester.transfer;

import dev.eventtester.destination.Destination;
import dev.eventtester.destination.Destinations;
import dev.eventtester.filter.FilterChange;
import dev.eventtester.filter.Filters;
import dev.eventtester.filter.SavedFilter;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Destination filters. */
record FilterStep(
        Known<SavedFilter> known,
        Known<Destination> allDestinations,
        UUID workspaceId,
        Destinations destinations,
        Filters filters)
        implements ImportStep<SavedFilter> {

    @Override
    public UUID id(SavedFilter filter) {
        return filter.id();
    }

    @Override
    public Uni<SavedFilter> create(ImportItem item) {
        Destination destination = allDestinations.require("destinationId", item.required("destinationId"));
        FilterChange wanted = new FilterChange(
                item.text("if"),
                item.json().get("actions"),
                item.text("title"),
                item.json().get("description"),
                item.enabled());
        return destinations
                .hold(workspaceId, destination.id().toString())
                .chain(held -> filters.create(held.id(), wanted));
    }
}

package dev.eventtester.transfer;

import dev.eventtester.destination.Destination;
import dev.eventtester.destination.Destinations;
import dev.eventtester.destination.Mappings;
import dev.eventtester.destination.SavedMapping;
import dev.eventtester.filter.Filters;
import dev.eventtester.filter.SavedFilter;
import dev.eventtester.model.Model;
import dev.eventtester.model.Models;
import dev.eventtester.source.Source;
import dev.eventtester.source.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * The whole configuration of a workspace, each list oldest first.
 *
 * @param destinations the enabled and the disabled ones, as all others
 */
record Contents(
        List<Source> sources,
        List<Model> models,
        List<Destination> destinations,
        List<SavedMapping> mappings,
        List<SavedFilter> filters) {

    /** Reads contents. Needs a session. */
    @ApplicationScoped
    static class Reader {

        private final Sources sources;
        private final Models models;
        private final Destinations destinations;
        private final Mappings mappings;
        private final Filters filters;

        Reader(Sources sources, Models models, Destinations destinations, Mappings mappings, Filters filters) {
            this.sources = sources;
            this.models = models;
            this.destinations = destinations;
            this.mappings = mappings;
            this.filters = filters;
        }

        Uni<Contents> of(UUID workspaceId) {
            return sources.all(workspaceId)
                    .chain(allSources -> models.all(workspaceId)
                            .chain(allModels -> destinations
                                    .all(workspaceId)
                                    .chain(allDestinations -> of(allSources, allModels, allDestinations))));
        }

        private Uni<Contents> of(List<Source> allSources, List<Model> allModels, List<Destination> allDestinations) {
            List<UUID> ids = allDestinations.stream().map(Destination::id).toList();
            return mappings.of(ids)
                    .chain(allMappings -> filters.of(ids)
                            .map(allFilters ->
                                    new Contents(allSources, allModels, allDestinations, allMappings, allFilters)));
        }
    }
}

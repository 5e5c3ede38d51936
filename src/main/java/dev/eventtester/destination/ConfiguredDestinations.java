package dev.eventtester.destination;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.eventtester.destination.configured.CompiledMapping;
import dev.eventtester.destination.configured.ConfiguredDestination;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.event.JsonText;
import dev.eventtester.filter.FilterRule;
import dev.eventtester.filter.Filters;
import dev.eventtester.source.Source;
import dev.eventtester.source.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads a destination with its mappings for a test. Compiled mappings are kept by version, so they compile once. */
@ApplicationScoped
public class ConfiguredDestinations {

    private static final long MOST_COMPILED = 10_000;

    private final Destinations destinations;
    private final Mappings mappings;
    private final Sources sources;
    private final Settings settings;
    private final Filters filters;
    private final Definitions definitions;
    private final Cache<Version, CompiledMapping> compiled =
            Caffeine.newBuilder().maximumSize(MOST_COMPILED).build();

    ConfiguredDestinations(
            Destinations destinations,
            Mappings mappings,
            Sources sources,
            Settings settings,
            Filters filters,
            Definitions definitions) {
        this.destinations = destinations;
        this.mappings = mappings;
        this.sources = sources;
        this.settings = settings;
        this.filters = filters;
        this.definitions = definitions;
    }

    private record Version(UUID mapping, long version) {}

    /**
     * The destination of a workspace as it is now; fails with 404 if there is none, and with 422 if the catalog does
     * not have its definition any more. Needs a session.
     *
     * @param id as it came in a path
     */
    public Uni<ConfiguredDestination> read(UUID workspaceId, String id) {
        return destinations
                .require(workspaceId, id)
                .chain(destination -> sources.findById(destination.sourceId)
                        .chain(source -> mappings.of(destination)
                                .chain(saved -> filters.enabledOf(destination.id)
                                        .map(rules -> configured(destination, source, saved, rules)))));
    }

    private ConfiguredDestination configured(
            Destination destination, Source source, List<SavedMapping> saved, List<FilterRule> rules) {
        return new ConfiguredDestination(
                destination.id,
                destination.name,
                destination.enabled,
                definitions.require(destination),
                definitions.requireKind(source),
                settings.open(destination),
                settings.secrets(destination).values(),
                saved.stream().map(mapping -> configured(destination, mapping)).toList(),
                rules);
    }

    private ConfiguredMapping configured(Destination destination, SavedMapping mapping) {
        return new ConfiguredMapping(
                mapping.id,
                mapping.name,
                mapping.enabled,
                mapping.version,
                mapping.modelId,
                definitions.requireAction(destination, mapping),
                compiled.get(
                        new Version(mapping.id, mapping.version),
                        version -> CompiledMapping.of(mapping.trigger, JsonText.parse(mapping.settings))));
    }
}

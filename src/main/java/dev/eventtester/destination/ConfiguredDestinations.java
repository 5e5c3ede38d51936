package dev.eventtester.destination;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.catalog.SourceKind;
import dev.eventtester.event.JsonText;
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
    private final Catalog catalog;
    private final Cache<Version, CompiledMapping> compiled =
            Caffeine.newBuilder().maximumSize(MOST_COMPILED).build();

    ConfiguredDestinations(
            Destinations destinations, Mappings mappings, Sources sources, Settings settings, Catalog catalog) {
        this.destinations = destinations;
        this.mappings = mappings;
        this.sources = sources;
        this.settings = settings;
        this.catalog = catalog;
    }

    private record Version(UUID mapping, long version) {}

    /**
     * The destination of a workspace as it is now; fails with 404 if there is none. Needs a session.
     *
     * @param id as it came in a path
     */
    public Uni<ConfiguredDestination> read(UUID workspaceId, String id) {
        return destinations
                .require(workspaceId, id)
                .chain(destination -> sources.findById(destination.sourceId)
                        .chain(source ->
                                mappings.of(destination).map(saved -> configured(destination, source, saved))));
    }

    private ConfiguredDestination configured(Destination destination, Source source, List<SavedMapping> saved) {
        DestinationDefinition definition =
                catalog.destination(destination.metadataId).orElseThrow();
        SourceKind kind = catalog.source(source.metadataId()).orElseThrow().kind();
        return new ConfiguredDestination(
                destination.id,
                destination.name,
                destination.enabled,
                definition,
                kind,
                settings.open(destination),
                settings.secrets(destination).values(),
                saved.stream().map(mapping -> configured(definition, mapping)).toList());
    }

    private ConfiguredMapping configured(DestinationDefinition definition, SavedMapping mapping) {
        return new ConfiguredMapping(
                mapping.id,
                mapping.name,
                mapping.enabled,
                mapping.version,
                definition.action(mapping.actionId).orElseThrow(),
                compiled.get(
                        new Version(mapping.id, mapping.version),
                        version -> CompiledMapping.of(mapping.trigger, JsonText.parse(mapping.settings))));
    }
}

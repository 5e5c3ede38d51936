package dev.eventtester.catalog;

import dev.eventtester.catalog.yaml.Problems;
import dev.eventtester.catalog.yaml.YamlFile;
import dev.eventtester.catalog.yaml.YamlValue;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All sources and destinations that can be configured, read once at start. Immutable and safe for any number of
 * threads.
 */
@ApplicationScoped
public class Catalog {

    private final List<SourceDefinition> sources;
    private final List<DestinationDefinition> destinations;

    @Inject
    Catalog(CatalogConfig config, SegmentConfig segment) {
        this(config.directory(), OperatorAddresses.of(segment));
    }

    private Catalog(Optional<Path> directory, OperatorAddresses addresses) {
        Problems problems = new Problems();
        DefinitionReader reader = new DefinitionReader(addresses.json());
        Definitions<SourceDefinition> foundSources =
                new Definitions<>(problems, SourceDefinition::slug, SourceDefinition::id);
        foundSources.add(CatalogFiles.builtIn("sources"), reader::source);
        Definitions<DestinationDefinition> found =
                new Definitions<>(problems, DestinationDefinition::slug, DestinationDefinition::id);
        found.add(CatalogFiles.builtIn("destinations"), file -> reader.destination(file, true));
        directory.ifPresent(
                folder -> found.add(CatalogFiles.mounted(folder, problems), file -> reader.destination(file, false)));
        if (!problems.all().isEmpty()) {
            throw new CatalogException(problems.all());
        }
        this.sources = foundSources.all();
        this.destinations = found.all();
    }

    /**
     * Reads a catalog.
     *
     * @param directory the folder of a team's own destinations, empty for the built-in ones only
     * @throws CatalogException if any file is wrong
     */
    public static Catalog load(Optional<Path> directory, OperatorAddresses addresses) {
        return new Catalog(directory, addresses);
    }

    // Reads the catalog at start, so that a wrong file stops it.
    void start(@Observes StartupEvent event) {}

    /** The JSON Schema of a destination's file, for editors. */
    public static String destinationSchema() {
        return CatalogFiles.schema();
    }

    /** The built-in destinations by file name, then the mounted ones. */
    public List<DestinationDefinition> destinations() {
        return destinations;
    }

    /** The destination with an id or slug. */
    public Optional<DestinationDefinition> destination(String idOrSlug) {
        return destinations.stream()
                .filter(known -> known.id().equals(idOrSlug) || known.slug().equals(idOrSlug))
                .findFirst();
    }

    /** The sources by file name. */
    public List<SourceDefinition> sources() {
        return sources;
    }

    /** The source with an id or slug. */
    public Optional<SourceDefinition> source(String idOrSlug) {
        return sources.stream()
                .filter(known -> known.id().equals(idOrSlug) || known.slug().equals(idOrSlug))
                .findFirst();
    }

    /** Definitions of one kind, no two with the same slug or id. */
    private record Definitions<T>(
            Problems problems,
            Function<T, String> slug,
            Function<T, String> id,
            Map<String, T> bySlug,
            Map<String, String> files) {

        Definitions(Problems problems, Function<T, String> slug, Function<T, String> id) {
            this(problems, slug, id, new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void add(Map<String, String> texts, Function<YamlValue, T> read) {
            texts.forEach((file, text) -> YamlFile.read(file, text, problems).ifPresent(root -> {
                T definition = read.apply(root);
                claim(root, "slug", slug.apply(definition));
                claim(root, "id", id.apply(definition));
                bySlug.putIfAbsent(slug.apply(definition), definition);
            }));
        }

        private void claim(YamlValue root, String key, String value) {
            String other = value.isBlank() ? null : files.putIfAbsent(key + " " + value, root.file());
            if (other != null) {
                root.at(key).problem("the " + key + " \"" + value + "\" is taken by " + other);
            }
        }

        List<T> all() {
            return List.copyOf(bySlug.values());
        }
    }
}

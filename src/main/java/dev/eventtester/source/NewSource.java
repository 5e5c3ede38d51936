package dev.eventtester.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.api.Require;
import dev.eventtester.catalog.SourceDefinition;
import java.util.List;
import java.util.UUID;

/**
 * What a new source is made of.
 *
 * @param name how a person calls it; null for its slug
 * @param settings an object, or null for none
 * @param labels its marks, as checked by {@link Label}; may be empty
 * @param writeKeys keys that clients have already; those that nobody has are given to it, and if there are none, a random
 *     one
 */
public record NewSource(
        UUID id,
        UUID workspaceId,
        String slug,
        String name,
        SourceDefinition definition,
        boolean enabled,
        JsonNode settings,
        List<Label> labels,
        List<String> writeKeys) {

    public NewSource {
        labels = List.copyOf(labels);
        writeKeys = List.copyOf(writeKeys);
    }

    /** A source with nothing but what it must have. */
    public static NewSource bare(
            UUID id, UUID workspaceId, String slug, SourceDefinition definition, boolean enabled, JsonNode settings) {
        return new NewSource(id, workspaceId, slug, null, definition, enabled, settings, List.of(), List.of());
    }

    /** The source to store; throws a 422 that names what is wrong. */
    Source source() {
        Require.slug("slug", slug);
        String stored =
                SourceSettings.merged(JsonNodeFactory.instance.objectNode().toString(), settings);
        Source source = new Source(id, workspaceId, slug, definition.id(), enabled, stored);
        if (name != null) {
            source.name = Require.name("name", name);
        }
        source.labels = Label.write(Label.added(List.of(), Label.checked(labels)));
        WriteKeys.check(writeKeys);
        return source;
    }
}

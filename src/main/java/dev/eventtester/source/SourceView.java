package dev.eventtester.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.catalog.SourceDefinition;
import dev.eventtester.event.JsonText;
import dev.eventtester.metadata.SourceMetadata;
import java.util.List;
import java.util.UUID;

/**
 * A source as the Public API shows it: exactly these members, since its clients refuse others.
 *
 * @param writeKeys oldest first
 */
record SourceView(
        UUID id,
        String slug,
        String name,
        SourceMetadata metadata,
        UUID workspaceId,
        boolean enabled,
        List<String> writeKeys,
        JsonNode settings,
        List<Object> labels) {

    static SourceView of(Source source, SourceDefinition definition, List<String> writeKeys) {
        return new SourceView(
                source.id,
                source.slug,
                source.name,
                SourceMetadata.of(definition),
                source.workspaceId,
                source.enabled,
                writeKeys,
                JsonText.parse(source.settings),
                List.of());
    }
}

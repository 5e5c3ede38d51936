package dev.eventtester.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import dev.eventtester.metadata.SourceMetadata;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * A source as the Public API shows it: exactly these members, since its clients refuse others.
 *
 * @param writeKeys oldest first
 */
@RegisterForReflection
public record SourceView(
        UUID id,
        String slug,
        String name,
        SourceMetadata metadata,
        UUID workspaceId,
        boolean enabled,
        List<String> writeKeys,
        JsonNode settings,
        List<Label> labels) {

    static SourceView of(Source source, SourceMetadata metadata, List<String> writeKeys) {
        return new SourceView(
                source.id,
                source.slug,
                source.name,
                metadata,
                source.workspaceId,
                source.enabled,
                writeKeys,
                JsonText.parse(source.settings),
                Label.read(source.labels));
    }
}

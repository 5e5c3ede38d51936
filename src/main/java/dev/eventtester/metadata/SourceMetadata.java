package dev.eventtester.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.eventtester.catalog.SourceDefinition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What the catalog says of a source, in the Public API's form. */
@RegisterForReflection
public record SourceMetadata(
        String id,
        String name,
        String slug,
        String description,
        Logos logos,
        List<Option> options,
        List<String> categories,
        @JsonProperty("isCloudEventSource") boolean isCloudEventSource,
        String status) {

    public static SourceMetadata of(SourceDefinition definition) {
        return new SourceMetadata(
                definition.id(),
                definition.name(),
                definition.slug(),
                definition.description(),
                Logos.NONE,
                List.of(),
                definition.categories(),
                false,
                "PUBLIC");
    }

    /** What is left to say of a source that the catalog does not have any more. */
    public static SourceMetadata unavailable(String id) {
        return new SourceMetadata(id, id, id, "", Logos.NONE, List.of(), List.of(), false, "UNAVAILABLE");
    }
}

package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.metadata.DestinationMetadata;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A destination as the Public API shows it: exactly these members, since its clients refuse others.
 *
 * @param settings with masked secrets
 */
@RegisterForReflection
public record DestinationView(
        UUID id, String name, boolean enabled, DestinationMetadata metadata, UUID sourceId, JsonNode settings) {}

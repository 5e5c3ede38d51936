package dev.eventtester.destination.configured;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.catalog.ActionDefinition;
import java.util.UUID;

/**
 * A mapping as it was at one moment. Immutable.
 *
 * @param version grows with every change
 * @param modelId the Reverse ETL model that feeds it, null if none does
 * @param compiled its trigger and field values, ready to be evaluated
 */
public record ConfiguredMapping(
        UUID id,
        String name,
        boolean enabled,
        long version,
        UUID modelId,
        ActionDefinition action,
        CompiledMapping compiled) {

    /**
     * The same mapping with values that are not saved.
     *
     * @param trigger null to keep the saved one
     * @param settings null to keep the saved ones
     */
    public ConfiguredMapping drafted(String trigger, JsonNode settings) {
        return new ConfiguredMapping(id, name, enabled, version, modelId, action, compiled.with(trigger, settings));
    }
}

package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.Require;
import dev.eventtester.catalog.ActionDefinition;
import java.util.UUID;

/**
 * What a new mapping is made of.
 *
 * @param modelId a model of the destination's source, or null
 * @param schedule as a client sent it, or null
 */
public record NewMapping(
        ActionDefinition action,
        String name,
        boolean enabled,
        String trigger,
        JsonNode settings,
        UUID modelId,
        JsonNode schedule) {

    /** A mapping that no model feeds. */
    public NewMapping(ActionDefinition action, String name, boolean enabled, String trigger, JsonNode settings) {
        this(action, name, enabled, trigger, settings, null, null);
    }

    /** The mapping to store; throws a 422 that names what is wrong. */
    SavedMapping of(Destination destination) {
        Require.name("name", name);
        MappingRules.trigger("trigger", trigger);
        MappingRules.settings("settings", settings, action);
        SavedMapping mapping =
                new SavedMapping(destination.id, name, action.id(), enabled, trigger, settings.toString());
        mapping.modelId = modelId;
        mapping.schedule = Schedule.changed("reverseETLSchedule", schedule, null);
        return mapping;
    }
}

package dev.eventtester.tester.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.outcome.document.MappingVerdict;
import dev.eventtester.outcome.document.Stage;

/**
 * What one mapping did with the event.
 *
 * @param json as the outcome shows it, redacted
 * @param name the mapping's name
 * @param letInBy the conditions of the trigger that hold, as one text; null if the event did not match
 * @param calls how many were made or prepared
 * @param succeededCalls how many were answered with 2xx
 * @param failedCalls how many were made and not answered with 2xx
 */
public record MappingResult(
        MappingVerdict verdict,
        ObjectNode json,
        String name,
        String letInBy,
        int calls,
        int succeededCalls,
        int failedCalls) {

    /** As much of a result as is known before the test: which mapping it is. */
    public static ObjectNode intended(ConfiguredMapping mapping) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("subscriptionId", mapping.id().toString());
        json.put("name", mapping.name());
        json.put("actionSlug", mapping.action().slug());
        json.put("enabled", mapping.enabled());
        json.put("version", mapping.version());
        return json;
    }

    /** The result of a test that the service itself broke. */
    public static MappingResult broken(ConfiguredMapping mapping) {
        StageLog stages = new StageLog();
        stages.failed(Stage.DELIVERY, "The service failed here, calls may have been made; its log says why.");
        ObjectNode json = intended(mapping);
        json.put("verdict", MappingVerdict.FAILED.name());
        json.set("stages", stages.toJson());
        json.putArray("calls");
        return new MappingResult(MappingVerdict.FAILED, json, mapping.name(), null, 0, 0, 0);
    }
}

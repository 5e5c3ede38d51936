package dev.eventtester.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.outcome.MappingVerdict;

/**
 * What one mapping did with the event.
 *
 * @param json as the outcome shows it, redacted
 * @param calls how many were made or prepared
 * @param succeededCalls how many were answered with 2xx
 * @param failedCalls how many were made and not answered with 2xx
 */
record MappingResult(MappingVerdict verdict, ObjectNode json, int calls, int succeededCalls, int failedCalls) {

    JsonNode subscriptionId() {
        return json.get("subscriptionId");
    }
}

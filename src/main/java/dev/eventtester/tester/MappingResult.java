package dev.eventtester.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.outcome.MappingVerdict;

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
record MappingResult(
        MappingVerdict verdict,
        ObjectNode json,
        String name,
        String letInBy,
        int calls,
        int succeededCalls,
        int failedCalls) {}

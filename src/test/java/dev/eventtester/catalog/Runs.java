package dev.eventtester.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Runs actions of definitions with payloads given as JSON text. */
final class Runs {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T12:34:56.789Z"));

    private Runs() {}

    static JsonNode perform(
            DestinationDefinition destination, String action, String payload, String settings, Sender sender) {
        return destination
                .action(action)
                .orElseThrow()
                .action()
                .perform(input(payload, settings), sender)
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    static ActionInput input(String payload, String settings) {
        JsonNode event = RecordedCases.parsed("{\"type\":\"track\",\"event\":\"Bought\",\"messageId\":\"m-1\"}");
        return new ActionInput(RecordedCases.parsed(payload), RecordedCases.parsed(settings), event, CLOCK);
    }
}

package dev.eventtester.actions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What an action works on.
 *
 * @param payload what the mapping made of the event, validated against the action's fields
 * @param settings the destination's settings, validated, with secrets in plain
 * @param event the tested event, as it came
 * @param clock the time for actions that need one where the event gives none
 */
public record ActionInput(JsonNode payload, JsonNode settings, JsonNode event, InstantSource clock) {

    public ActionInput {
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(clock, "clock");
    }
}

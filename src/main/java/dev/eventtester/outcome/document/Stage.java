package dev.eventtester.outcome.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The steps of a mapping, in order. */
public enum Stage {
    TRIGGER,
    MAPPING,
    VALIDATION,
    REQUEST,
    DELIVERY;

    /** Where a mapping result ended: at the stage that failed, or the last one that passed if none did. */
    public static Optional<Stage> endOf(JsonNode mapping) {
        String end = null;
        for (JsonNode stage : mapping.path("stages")) {
            String state = stage.get("state").textValue();
            if (state.equals("FAILED")) {
                return Optional.of(valueOf(stage.get("stage").textValue()));
            }
            end = state.equals("PASSED") ? stage.get("stage").textValue() : end;
        }
        return Optional.ofNullable(end).map(Stage::valueOf);
    }
}

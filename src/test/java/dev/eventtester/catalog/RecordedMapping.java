package dev.eventtester.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.field.Validation;
import dev.eventtester.mapping.Mapping;
import dev.eventtester.mapping.MappingException;
import dev.eventtester.trigger.InvalidTriggerException;
import dev.eventtester.trigger.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Runs one recorded mapping as the service does: settings, trigger, mapping, fields, action.
 *
 * @param recorded object with {@code action}, {@code subscribe}, {@code mapping} and the stubs
 */
record RecordedMapping(DestinationDefinition destination, JsonNode settings, JsonNode event, JsonNode recorded) {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T12:34:56.789Z"));
    private static final List<String> DONE = List.of("Mappings resolved", "Payload validated", "Action Executed");
    private static final Duration LONG = Duration.ofSeconds(10);

    /**
     * What a run did.
     *
     * @param outputs the reference engine's step texts; empty after an error
     * @param error null if there was none
     * @param code null if the error has none
     * @param status 0 if the error has none
     */
    record Run(List<String> outputs, JsonNode data, String error, String code, int status, RecordingSender sender) {

        static Run stopped(String output, RecordingSender sender) {
            return new Run(List.of(output), MissingNode.getInstance(), null, null, 0, sender);
        }

        static Run failed(String error, String code, int status, RecordingSender sender) {
            return new Run(List.of(), MissingNode.getInstance(), error, code, status, sender);
        }
    }

    Run run() {
        RecordingSender sender = new RecordingSender(recorded.path("stub"));
        Validation valid = destination.settings().validateSettings(settings.deepCopy());
        if (valid instanceof Validation.Invalid invalid) {
            return Run.failed(invalid.message(), null, 400, sender);
        }
        String subscribe = recorded.path("subscribe").asText("");
        if (subscribe.isEmpty()) {
            return Run.stopped("Failed to validate subscription", sender);
        }
        try {
            if (!Trigger.parse(subscribe).matches(event)) {
                return Run.stopped("not subscribed", sender);
            }
        } catch (InvalidTriggerException e) {
            return Run.stopped("Invalid subscription : " + e.getMessage(), sender);
        }
        return act(((Validation.Valid) valid).payload(), sender);
    }

    private Run act(JsonNode validSettings, RecordingSender sender) {
        ActionDefinition action =
                destination.action(recorded.path("action").asText()).orElseThrow();
        try {
            JsonNode mapped = Mapping.compile(recorded.path("mapping")).resolve(event, CLOCK);
            Validation validation = action.fields().validate(mapped);
            if (validation instanceof Validation.Invalid invalid) {
                return Run.failed(invalid.message(), null, 400, sender);
            }
            JsonNode payload = ((Validation.Valid) validation).payload();
            ActionInput input = new ActionInput(payload, validSettings, event, CLOCK);
            JsonNode data = action.action().perform(input, sender).await().atMost(LONG);
            return new Run(DONE, data, null, null, 0, sender);
        } catch (MappingException e) {
            return Run.failed(e.getMessage(), null, 0, sender);
        } catch (ActionException e) {
            return Run.failed(e.getMessage(), e.code().orElse(null), e.status(), sender);
        } catch (DeliveryException e) {
            return Run.failed(e.getMessage(), null, 0, sender);
        }
    }
}

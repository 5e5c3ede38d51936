package dev.eventtester.tester;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.event.Event;
import dev.eventtester.event.EventType;
import dev.eventtester.event.JsonText;
import dev.eventtester.event.MalformedJsonException;
import dev.eventtester.event.Product;
import dev.eventtester.outcome.document.DeliveryMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller wants tested.
 *
 * @param event with its exact text
 * @param delivery empty for the destination's default
 * @param product empty for the source's default
 * @param draft values that replace the saved ones for this test only
 * @param enrichment entities to merge into the event first, or null
 * @param ignoreTrigger whether to go on although the trigger does not match
 */
record TestRequest(
        Event event,
        Optional<DeliveryMode> delivery,
        Optional<Product> product,
        Draft draft,
        Enrichment enrichment,
        boolean ignoreTrigger) {

    /**
     * Values of a mapping that is not saved.
     *
     * @param trigger null to keep the saved one
     * @param settings null to keep the saved ones
     */
    record Draft(String trigger, JsonNode settings) {

        static final Draft NONE = new Draft(null, null);
    }

    /** The event that the mappings get: with its entities, if there are any. */
    Event tested() {
        return enrichment == null ? event : enrichment.event();
    }

    /** Reads the body of a test; each failure names the member and the rule. */
    static TestRequest of(String body) {
        Map<String, String> members = members(body);
        Event event = event(members.get("event"));
        return new TestRequest(
                event,
                choice("delivery", members, DeliveryMode.class),
                choice("product", members, Product.class),
                draft(members.get("draft")),
                Enrichment.of(event, value("enrichments", members)),
                flag("ignoreTrigger", members));
    }

    private static Map<String, String> members(String body) {
        try {
            return JsonText.members(body == null ? "" : body);
        } catch (MalformedJsonException e) {
            throw ApiException.malformed("The request's body is not a valid JSON object: " + e.getMessage() + ".");
        }
    }

    private static Event event(String text) {
        if (text == null) {
            throw ApiException.invalid("event", "\"event\" is required.");
        }
        if (Event.isTooLarge(text)) {
            throw ApiException.tooLarge("event", "\"event\" is larger than 32 KB.");
        }
        if (!text.startsWith("{")) {
            throw ApiException.invalid("event", "\"event\" must be an object.");
        }
        Event event = Event.of(text);
        if (!event.type().map(EventType::isTestable).orElse(false)) {
            throw ApiException.invalid(
                    "event.type", "\"event.type\" must be one of track, identify, page, screen, group.");
        }
        return event;
    }

    private static <E extends Enum<E>> Optional<E> choice(String name, Map<String, String> members, Class<E> choices) {
        JsonNode value = value(name, members);
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(choices.getEnumConstants())
                .filter(choice -> value.isTextual() && choice.name().equals(value.textValue()))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        name, "\"" + name + "\" must be one of " + Arrays.toString(choices.getEnumConstants()) + ".")));
    }

    private static boolean flag(String name, Map<String, String> members) {
        JsonNode value = value(name, members);
        if (!value.isNull() && !value.isMissingNode() && !value.isBoolean()) {
            throw ApiException.invalid(name, "\"" + name + "\" must be true or false.");
        }
        return value.asBoolean(false);
    }

    private static Draft draft(String text) {
        if (text == null || text.equals("null")) {
            return Draft.NONE;
        }
        JsonNode draft = JsonText.parse(text);
        if (!draft.isObject()) {
            throw ApiException.invalid("draft", "\"draft\" must be an object.");
        }
        JsonNode trigger = draft.path("trigger");
        if (!trigger.isMissingNode() && !trigger.isNull() && !trigger.isTextual()) {
            throw ApiException.invalid("draft.trigger", "\"draft.trigger\" must be a string.");
        }
        JsonNode settings = draft.path("settings");
        return new Draft(trigger.textValue(), settings.isMissingNode() || settings.isNull() ? null : settings);
    }

    private static JsonNode value(String name, Map<String, String> members) {
        String text = members.get(name);
        return text == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : JsonText.parse(text);
    }
}

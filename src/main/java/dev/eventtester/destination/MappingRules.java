package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.ApiException.Violation;
import dev.eventtester.api.Require;
import dev.eventtester.catalog.ActionDefinition;
import dev.eventtester.mapping.Mapping;
import dev.eventtester.trigger.InvalidTriggerException;
import dev.eventtester.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a trigger and field values must be to be saved, or tested as a draft. Each failure is a 422 that names it. */
public final class MappingRules {

    /** Members of a mapping that the delivery of events reads and no action has to declare. */
    private static final Set<String> DELIVERY_FIELDS =
            Set.of("enable_batching", "batch_size", "batch_keys", "batch_bytes", "onMappingSave", "retlOnMappingSave");

    private static final String INTERNAL = "__segment_internal_";
    private static final int LARGEST_SETTINGS = 64 * 1024;

    private MappingRules() {}

    /**
     * A trigger that parses.
     *
     * @param field the member of the request that holds it
     */
    public static Trigger trigger(String field, String text) {
        Require.present(field, text);
        try {
            return Trigger.parse(text);
        } catch (InvalidTriggerException e) {
            throw ApiException.invalid(field, "\"" + field + "\" is not a valid trigger: " + e.getMessage());
        }
    }

    /**
     * Field values whose directives are valid and whose fields the action has.
     *
     * @param field the member of the request that holds them
     */
    public static Mapping settings(String field, JsonNode values, ActionDefinition action) {
        if (!values.isObject()) {
            throw ApiException.invalid(field, "\"" + field + "\" must be an object of field values.");
        }
        if (values.toString().length() > LARGEST_SETTINGS) {
            throw ApiException.tooLarge(field, "\"" + field + "\" is larger than 64 KB.");
        }
        List<Violation> violations = new ArrayList<>();
        values.fieldNames().forEachRemaining(name -> {
            if (!isKnown(name, action)) {
                violations.add(new Violation(
                        field + "." + name, "The action " + action.slug() + " has no field \"" + name + "\"."));
            }
        });
        Mapping mapping = Mapping.compile(values);
        mapping.errors()
                .forEach(error ->
                        violations.add(new Violation(field + error.pointer().replace('/', '.'), error.message())));
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations);
        }
        return mapping;
    }

    private static boolean isKnown(String name, ActionDefinition action) {
        return action.fields().definitions().containsKey(name)
                || DELIVERY_FIELDS.contains(name)
                || name.startsWith(INTERNAL)
                || name.startsWith("@");
    }
}

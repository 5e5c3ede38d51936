package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.mapping.Mapping;
import dev.eventtester.trigger.InvalidTriggerException;
import dev.eventtester.trigger.Trigger;

/** A trigger and field values, compiled once and then only evaluated. Immutable and thread-safe. */
public final class CompiledMapping {

    private final String expression;
    private final Trigger trigger;
    private final InvalidTriggerException invalid;
    private final Mapping mapping;

    private CompiledMapping(String expression, Trigger trigger, InvalidTriggerException invalid, Mapping mapping) {
        this.expression = expression;
        this.trigger = trigger;
        this.invalid = invalid;
        this.mapping = mapping;
    }

    /** Compiles any text and any values; what is wrong with them shows when they are evaluated. */
    public static CompiledMapping of(String expression, JsonNode settings) {
        return of(expression, Mapping.compile(settings));
    }

    private static CompiledMapping of(String expression, Mapping mapping) {
        try {
            return new CompiledMapping(expression, Trigger.parse(expression), null, mapping);
        } catch (InvalidTriggerException e) {
            return new CompiledMapping(expression, null, e, mapping);
        }
    }

    /**
     * The same with other values.
     *
     * @param draftTrigger null to keep the trigger
     * @param draftSettings null to keep the field values
     */
    CompiledMapping with(String draftTrigger, JsonNode draftSettings) {
        Mapping drafted = draftSettings == null ? mapping : Mapping.compile(draftSettings);
        return draftTrigger == null
                ? new CompiledMapping(expression, trigger, invalid, drafted)
                : of(draftTrigger, drafted);
    }

    /** The trigger's text. */
    public String expression() {
        return expression;
    }

    /**
     * The trigger.
     *
     * @throws InvalidTriggerException if the text is none
     */
    public Trigger trigger() {
        if (invalid != null) {
            throw invalid;
        }
        return trigger;
    }

    /** The field values. */
    public Mapping mapping() {
        return mapping;
    }
}

package dev.eventtester.destination.configured;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.mapping.Mapping;
import dev.eventtester.trigger.InvalidTriggerException;
import dev.eventtester.trigger.Trigger;
import dev.eventtester.trigger.TriggerLinter;
import dev.eventtester.trigger.TriggerWarning;
import java.util.List;

/** A trigger and field values, compiled once and then only evaluated. Immutable and thread-safe. */
public final class CompiledMapping {

    private final String expression;
    private final Trigger trigger;
    private final InvalidTriggerException invalid;
    private final JsonNode settings;
    private final Mapping mapping;
    private final List<TriggerWarning> triggerWarnings;

    private CompiledMapping(String expression, JsonNode settings, Mapping mapping) {
        Trigger parsed = null;
        InvalidTriggerException failure = null;
        try {
            parsed = Trigger.parse(expression);
        } catch (InvalidTriggerException e) {
            failure = e;
        }
        this.expression = expression;
        this.trigger = parsed;
        this.invalid = failure;
        this.settings = settings;
        this.mapping = mapping;
        this.triggerWarnings = TriggerLinter.lint(expression);
    }

    /** Compiles any text and any values; what is wrong with them shows when they are evaluated. */
    public static CompiledMapping of(String expression, JsonNode settings) {
        return new CompiledMapping(expression, settings, Mapping.compile(settings));
    }

    /**
     * The same with other values.
     *
     * @param draftTrigger null to keep the trigger
     * @param draftSettings null to keep the field values
     */
    CompiledMapping with(String draftTrigger, JsonNode draftSettings) {
        String drafted = draftTrigger == null ? expression : draftTrigger;
        return draftSettings == null ? new CompiledMapping(drafted, settings, mapping) : of(drafted, draftSettings);
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

    /** Where the trigger's text probably does not mean what its author meant. */
    public List<TriggerWarning> triggerWarnings() {
        return triggerWarnings;
    }

    /** The field values as they were written; not to be changed. */
    public JsonNode settings() {
        return settings;
    }

    /** The field values, compiled. */
    public Mapping mapping() {
        return mapping;
    }
}

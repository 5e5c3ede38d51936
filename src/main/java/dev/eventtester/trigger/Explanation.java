package dev.eventtester.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.trigger.condition.Finding;
import dev.eventtester.trigger.condition.Verdict;
import java.util.Optional;

/**
 * Why an event matches a trigger or does not: every condition with the value that it met. Made by the same evaluation
 * that {@link Trigger#matches} runs. Immutable as long as nobody changes the event.
 */
public final class Explanation {

    private final Finding conditions;
    private final boolean matched;
    private final String error;

    Explanation(Finding conditions, Verdict verdict) {
        this.conditions = conditions;
        this.matched = verdict == Verdict.HOLDS;
        this.error = verdict.error();
    }

    /** Whether the event satisfies the trigger; false when the evaluation failed. */
    public boolean matched() {
        return matched;
    }

    /** What {@link Trigger#matches} throws as its message, if it does. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** The whole tree, also the conditions that were not evaluated. */
    public Finding conditions() {
        return conditions;
    }

    /** For an event that does not match: in one sentence how near it came and what is in the way. */
    public Optional<String> nearestMiss() {
        return matched || error != null ? Optional.empty() : Optional.of(NearestMiss.of(conditions));
    }

    /** {@code {matched, conditions, error?, nearestMiss?}}. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("matched", matched);
        json.set("conditions", conditions.toJson());
        error().ifPresent(text -> json.put("error", text));
        nearestMiss().ifPresent(text -> json.put("nearestMiss", text));
        return json;
    }
}

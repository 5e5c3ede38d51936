package dev.eventtester.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.filter.condition.FilterCondition;
import dev.eventtester.filter.condition.InvalidConditionException;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A filter as it was at one moment. Immutable.
 *
 * @param title how a person named it
 * @param condition its text
 */
public record FilterRule(String title, String condition, List<FilterAction> actions) {

    public FilterRule {
        actions = List.copyOf(actions);
    }

    /** What a filter would do to an event. */
    public enum Fate {
        /** Nothing. */
        PASSED,
        /** Let it pass without some of its properties. */
        STRIPPED,
        /** Let it pass or not, as chance decides. */
        BY_CHANCE,
        /** Keep it away from the destination. */
        DROPPED
    }

    /**
     * The event as the filter lets it pass; empty if it does not.
     *
     * @param chance a number from 0 to 1 for a sample that no member decides
     * @throws InvalidConditionException if the condition is none
     */
    public Optional<JsonNode> apply(JsonNode event, DoubleSupplier chance) {
        if (!FilterCondition.parse(condition).matches(event)) {
            return Optional.of(event);
        }
        ObjectNode payload = event.deepCopy();
        for (FilterAction action : actions) {
            if (!action.apply(payload, chance)) {
                return Optional.empty();
            }
        }
        return Optional.of(payload);
    }

    /** What would happen to an event. A condition that cannot be read keeps every event away, as in production. */
    public Fate fate(JsonNode event) {
        try {
            Optional<JsonNode> lucky = apply(event, () -> 0);
            if (lucky.isEmpty()) {
                return Fate.DROPPED;
            }
            if (apply(event, () -> 1).isEmpty()) {
                return Fate.BY_CHANCE;
            }
            return lucky.get().equals(event) ? Fate.PASSED : Fate.STRIPPED;
        } catch (InvalidConditionException e) {
            return Fate.DROPPED;
        }
    }
}

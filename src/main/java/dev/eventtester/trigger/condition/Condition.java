package dev.eventtester.trigger.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What a trigger asks of an event: a {@link Group} of conditions, a {@link Comparison}, or an {@link EmptyGroup}. */
public abstract sealed class Condition permits Group, Comparison, EmptyGroup {

    Condition() {}

    /** The condition alone, without an event: the shape that an explanation fills with what it found. */
    public abstract ObjectNode toJson();

    /**
     * The one evaluation.
     *
     * @param findings takes down what is found, or null when nobody asks
     */
    public abstract Verdict judge(JsonNode event, List<Finding> findings);

    /** What would be found here, had the evaluation come this far. */
    public abstract Finding unreached(JsonNode event);

    /** Whether another condition, however spelled, holds for exactly the same events and is taken in the same order. */
    public abstract boolean meansSameAs(Condition other);

    /** Adds the paths of the event that are read here, in the order of the text. */
    public abstract void collectPaths(Set<String> paths);
}

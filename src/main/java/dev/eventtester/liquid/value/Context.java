package dev.eventtester.liquid.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The state of one rendering: the event, what the template assigned, counted and cycled, and what it may still
 * cost.
 */
public final class Context {

    private final JsonNode event;
    private final InstantSource clock;
    private final Budget budget;
    private Map<String, JsonNode> assigned = Map.of();
    private Map<String, Double> counters = Map.of();
    private Map<String, Integer> cycles = Map.of();
    private int blocks;
    private boolean stopped;

    private Context(JsonNode event, InstantSource clock, Budget budget) {
        this.event = event;
        this.clock = clock;
        this.budget = budget;
    }

    public static Context of(JsonNode event, InstantSource clock, LongConsumer meter) {
        return new Context(event, clock, new Budget(meter));
    }

    /** A context whose event is an item of an array; nothing that was assigned is visible there. */
    public Context within(JsonNode item) {
        return new Context(item, clock, budget);
    }

    public InstantSource clock() {
        return clock;
    }

    public Budget budget() {
        return budget;
    }

    /** The variable of a name: what was assigned, else a counter, else the event's own member. */
    JsonNode variable(JsonNode key) {
        budget.work(Budget.VALUE);
        String name = Values.toText(key, budget);
        if (blocks > 0 && name.equals("block")) {
            return Values.BLOCK;
        }
        JsonNode value = assigned.get(name);
        if (value != null) {
            return value;
        }
        if (Members.isInherited(name)) {
            return Values.UNDEFINED;
        }
        Double counter = counters.get(name);
        if (counter != null) {
            return Values.number(counter);
        }
        JsonNode own = Members.own(event, name);
        // A name that nothing has is read from an empty object, whose size is known.
        return own.isMissingNode() && name.equals("size") ? Values.number(0) : own;
    }

    public void assign(String name, JsonNode value) {
        if (!name.equals("__proto__")) {
            assigned = changeable(assigned);
            assigned.put(name, value);
        }
    }

    /** Adds a step to a counter that starts from the event's member, if that is a number, else from 0. */
    public double count(String name, int step) {
        Double counter = counters.get(name);
        JsonNode own = Members.own(event, name);
        double before = counter != null ? counter : own.isNumber() ? own.doubleValue() : 0;
        counters = changeable(counters);
        counters.put(name, before + step);
        return before;
    }

    /** The next index of a cycle with so many candidates. */
    public int cycle(String group, int candidates) {
        // The reference engine tells cycles apart by their group and number of candidates only (map-liquid-assign-9).
        String key = candidates + ":" + group;
        budget.work(key.length());
        int index = cycles.getOrDefault(key, 0);
        cycles = changeable(cycles);
        cycles.put(key, (index + 1) % candidates);
        return index;
    }

    /** Most renderings need no map at all. */
    private static <V> Map<String, V> changeable(Map<String, V> map) {
        return map.isEmpty() ? new HashMap<>() : map;
    }

    public void enterBlock() {
        blocks++;
    }

    public void leaveBlock() {
        blocks--;
    }

    /** Ends the whole rendering after the current node: there are no loops that a break could leave. */
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }
}

package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.trigger.Trigger;
import dev.eventtester.trigger.condition.Comparison;
import dev.eventtester.trigger.condition.Condition;
import dev.eventtester.trigger.condition.EmptyGroup;
import dev.eventtester.trigger.condition.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ways to satisfy a trigger: for each one the comparisons that must hold, by place. Alternatives are tried in the
 * order of the trigger and left as soon as a place can not have what it needs. The search is bounded, so for a trigger
 * of very many contradictory alternatives it may find none.
 */
final class TriggerPlans {

    private static final int MAX_STEPS = 10_000;
    private static final int FEW = 16;
    private static final Set<String> SECTIONS = Set.of("properties", "traits", "context");
    private static final List<String> TYPE = List.of("type");

    private final List<Map<List<String>, Demand>> found = new ArrayList<>();
    private final String type;
    private final int most;
    private final boolean strict;
    private int steps;

    /** Conditions that are still to be satisfied. */
    private record Todo(Condition first, Todo rest) {}

    private TriggerPlans(String type, int most, boolean strict) {
        this.type = type;
        this.most = most;
        this.strict = strict;
    }

    /**
     * @param type what the event's type has to be; null for any
     * @param most how many ways to look for
     */
    static List<Map<List<String>, Demand>> of(Trigger trigger, String type, int most) {
        TriggerPlans plans = new TriggerPlans(type, most, true);
        plans.explore(new Todo(trigger.conditions(), null), new LinkedHashMap<>());
        return plans.found;
    }

    /** For a trigger that nothing satisfies: what can be had of it without what is in the way. */
    static Map<List<String>, Demand> nearest(Trigger trigger) {
        TriggerPlans plans = new TriggerPlans(null, 1, false);
        plans.explore(new Todo(trigger.conditions(), null), new LinkedHashMap<>());
        return plans.found.isEmpty() ? Map.of() : plans.found.get(0);
    }

    private void explore(Todo todo, Map<List<String>, List<Comparison>> chosen) {
        Todo next = todo;
        while (next != null) {
            Condition condition = next.first;
            next = next.rest;
            if (condition instanceof Comparison comparison) {
                if (!choose(comparison, chosen) && strict) {
                    return;
                }
            } else if (condition instanceof Group group && group.all()) {
                next = withAll(group, next);
            } else if (condition instanceof Group group) {
                exploreAny(group, next, chosen);
                return;
            } else if (strict) {
                return;
            }
        }
        if (strict
                && !chosen.entrySet().stream()
                        .allMatch(place -> isPossibleWithMany(place.getKey(), place.getValue()))) {
            return;
        }
        Map<List<String>, Demand> plan = new LinkedHashMap<>();
        chosen.forEach((names, comparisons) -> plan.put(names, new Demand(comparisons)));
        found.add(plan);
    }

    /** Comparisons first: what they rule out needs not be tried with every alternative of a group. */
    private static Todo withAll(Group group, Todo rest) {
        List<Condition> children = group.children();
        Todo todo = rest;
        for (int i = children.size() - 1; i >= 0; i--) {
            if (children.get(i) instanceof Group) {
                todo = new Todo(children.get(i), todo);
            }
        }
        for (int i = children.size() - 1; i >= 0; i--) {
            if (!(children.get(i) instanceof Group)) {
                todo = new Todo(children.get(i), todo);
            }
        }
        return todo;
    }

    private void exploreAny(Group group, Todo rest, Map<List<String>, List<Comparison>> chosen) {
        for (Condition child : group.children()) {
            if (found.size() >= most || steps > MAX_STEPS || fails(child)) {
                return;
            }
            Map<List<String>, List<Comparison>> copy = new LinkedHashMap<>();
            chosen.forEach((names, comparisons) -> copy.put(names, new ArrayList<>(comparisons)));
            steps += copy.size();
            explore(new Todo(child, rest), copy);
        }
    }

    /** Whether the evaluation ends with an error as soon as it comes here. */
    private static boolean fails(Condition condition) {
        return condition instanceof EmptyGroup
                || (condition instanceof Comparison comparison
                        && comparison.names().size() == 1
                        && SECTIONS.contains(comparison.names().get(0)));
    }

    private boolean choose(Comparison comparison, Map<List<String>, List<Comparison>> chosen) {
        if (fails(comparison)) {
            return false;
        }
        List<String> names = comparison.names();
        if (names.isEmpty()) {
            return new Demand(List.of(comparison)).accepts(MissingNode.getInstance());
        }
        List<Comparison> comparisons = chosen.computeIfAbsent(names, key -> new ArrayList<>());
        if (comparisons.stream().anyMatch(known -> isSame(known, comparison))) {
            return true;
        }
        comparisons.add(comparison);
        steps += comparisons.size();
        boolean judgedLater = comparisons.size() > FEW && strict;
        if (steps > MAX_STEPS || judgedLater || isPossible(names, comparisons)) {
            return true;
        }
        comparisons.remove(comparisons.size() - 1);
        return false;
    }

    private static boolean isSame(Comparison one, Comparison other) {
        return one.operator() == other.operator() && one.expected().equals(other.expected());
    }

    /** Places with many comparisons are judged once, when all are known. */
    private boolean isPossibleWithMany(List<String> names, List<Comparison> comparisons) {
        steps += comparisons.size() > FEW ? comparisons.size() : 0;
        return comparisons.size() <= FEW || steps > MAX_STEPS || isPossible(names, comparisons);
    }

    private boolean isPossible(List<String> names, List<Comparison> comparisons) {
        Demand demand = new Demand(comparisons);
        if (type != null && names.equals(TYPE)) {
            return demand.accepts(TextNode.valueOf(type));
        }
        return demand.answer(List.<JsonNode>of()).isPresent();
    }
}

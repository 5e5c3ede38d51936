package dev.eventtester.trigger.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions of which all must hold, or any. They are taken in order, and no further than needed. */
public final class Group extends Condition {

    private final boolean all;
    private final Condition[] children;
    private final Verdict goesOn;

    /**
     * @param all whether all must hold; otherwise any
     * @param children at least one
     */
    public Group(boolean all, List<Condition> children) {
        this.all = all;
        this.children = children.toArray(new Condition[0]);
        this.goesOn = Verdict.of(all);
    }

    /** Whether all children must hold; otherwise any. */
    public boolean all() {
        return all;
    }

    /** {@code and} or {@code or}. */
    public String operator() {
        return all ? "and" : "or";
    }

    /** At least one condition. */
    public List<Condition> children() {
        return List.of(children);
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("operator", operator());
        ArrayNode nodes = json.putArray("children");
        for (Condition child : children) {
            nodes.add(child.toJson());
        }
        return json;
    }

    @Override
    public Verdict judge(JsonNode event, List<Finding> findings) {
        List<Finding> inner = findings == null ? null : new ArrayList<>();
        Verdict verdict = goesOn;
        for (Condition child : children) {
            verdict = child.judge(event, inner);
            if (verdict != goesOn) {
                break;
            }
        }
        if (findings != null) {
            findings.add(new Finding.OfGroup(all, withUnreached(event, inner), verdict == Verdict.HOLDS, true));
        }
        return verdict;
    }

    @Override
    public Finding unreached(JsonNode event) {
        List<Finding> findings = withUnreached(event, new ArrayList<>(children.length));
        boolean holds = all
                ? findings.stream().allMatch(Finding::holds)
                : findings.stream().anyMatch(Finding::holds);
        return new Finding.OfGroup(all, findings, holds, false);
    }

    private List<Finding> withUnreached(JsonNode event, List<Finding> findings) {
        for (int i = findings.size(); i < children.length; i++) {
            findings.add(children[i].unreached(event));
        }
        return findings;
    }

    @Override
    public boolean meansSameAs(Condition other) {
        if (!(other instanceof Group group) || group.children.length != children.length) {
            return false;
        }
        for (int i = 0; i < children.length; i++) {
            if (!children[i].meansSameAs(group.children[i])) {
                return false;
            }
        }
        return group.all == all || children.length == 1;
    }

    @Override
    public void collectPaths(Set<String> paths) {
        for (Condition child : children) {
            child.collectPaths(paths);
        }
    }

    @Override
    public String toString() {
        return Stream.of(children)
                .map(child -> child instanceof Group ? "(" + child + ")" : child.toString())
                .collect(Collectors.joining(" " + operator() + " "));
    }
}

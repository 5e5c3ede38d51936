package dev.eventtester.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Conditions of which all must hold, or any. They are taken in order, and no further than needed. */
public final class Group extends Condition {

    private final boolean all;
    private final Condition[] children;
    private final Verdict goesOn;

    Group(boolean all, List<Condition> children) {
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
    Verdict judge(JsonNode event, Trace trace) {
        Trace inner = trace == null ? null : new Trace();
        Verdict verdict = goesOn;
        for (Condition child : children) {
            verdict = child.judge(event, inner);
            if (verdict != goesOn) {
                break;
            }
        }
        if (trace != null) {
            trace.add(finding(event, inner.findings(), verdict == Verdict.HOLDS, true));
        }
        return verdict;
    }

    @Override
    Finding unreached(JsonNode event) {
        List<Finding> none = new ArrayList<>();
        Finding finding = finding(event, none, false, false);
        return finding;
    }

    private Finding finding(JsonNode event, List<Finding> reached, boolean holds, boolean evaluated) {
        for (int i = reached.size(); i < children.length; i++) {
            reached.add(children[i].unreached(event));
        }
        return new Finding.OfGroup(all, reached, holds, evaluated);
    }

    @Override
    void collectPaths(Set<String> paths) {
        for (Condition child : children) {
            child.collectPaths(paths);
        }
    }
}

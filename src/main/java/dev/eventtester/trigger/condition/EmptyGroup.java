package dev.eventtester.trigger.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Parentheses in which no condition remains. The evaluation fails once it comes here (fql-group-empty-2-a). */
public final class EmptyGroup extends Condition {

    /** The only one. */
    public static final EmptyGroup INSTANCE = new EmptyGroup();

    private EmptyGroup() {}

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("operator", "and");
        json.putArray("children");
        return json;
    }

    @Override
    public Verdict judge(JsonNode event, List<Finding> findings) {
        if (findings != null) {
            findings.add(new Finding.OfNothing(true));
        }
        return Verdict.EMPTY_GROUP;
    }

    @Override
    public Finding unreached(JsonNode event) {
        return new Finding.OfNothing(false);
    }

    @Override
    public boolean meansSameAs(Condition other) {
        return other == INSTANCE;
    }

    @Override
    public void collectPaths(Set<String> paths) {}

    @Override
    public String toString() {
        return "()";
    }
}

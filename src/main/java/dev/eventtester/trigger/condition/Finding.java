package dev.eventtester.trigger.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.json.JsType;
import java.util.List;

/** What an evaluation found at one condition. */
public sealed interface Finding {

    /** Whether the condition holds; for one that was not evaluated, whether it would. */
    boolean holds();

    /** Whether the evaluation came this far; it stops as soon as the result is certain. */
    boolean evaluated();

    /** The condition with what was found; {@code evaluated: false} in place of {@code holds} where none was decided. */
    ObjectNode toJson();

    /** @param all whether all children must hold; otherwise any */
    record OfGroup(boolean all, List<Finding> children, boolean holds, boolean evaluated) implements Finding {

        public OfGroup {
            children = List.copyOf(children);
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("operator", all ? "and" : "or");
            ArrayNode nodes = json.putArray("children");
            children.forEach(child -> nodes.add(child.toJson()));
            return verdict(json, this);
        }
    }

    /** @param actual the event's own value, not to be changed, or missing */
    record OfComparison(Comparison comparison, JsonNode actual, boolean holds, boolean evaluated) implements Finding {

        @Override
        public ObjectNode toJson() {
            ObjectNode json = comparison.toJson();
            JsonNode shown = Excerpt.of(actual);
            if (!shown.isMissingNode()) {
                json.set("actual", shown);
            }
            json.put(
                    "actualType",
                    actual.isMissingNode() ? "missing" : JsType.of(actual).label());
            if (shown != actual) {
                json.put("actualTruncated", true);
            }
            return verdict(json, this);
        }
    }

    /** Parentheses without a condition. */
    record OfNothing(boolean evaluated) implements Finding {

        @Override
        public boolean holds() {
            return false;
        }

        @Override
        public ObjectNode toJson() {
            return verdict(EmptyGroup.INSTANCE.toJson(), this);
        }
    }

    private static ObjectNode verdict(ObjectNode json, Finding finding) {
        return finding.evaluated() ? json.put("holds", finding.holds()) : json.put("evaluated", false);
    }
}

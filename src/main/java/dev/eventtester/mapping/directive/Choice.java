package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eventtester.json.JsType;

/**
 * {@code @if}. Branches are null where the mapping has none.
 *
 * @param blank whether the condition is {@code blank}, which takes the first branch when the value is NOT blank
 */
public record Choice(boolean blank, Expression condition, Expression then, Expression otherwise) implements Expression {

    @Override
    public JsonNode evaluate(JsonNode event, Evaluation run) {
        run.budget.spend(1);
        JsonNode value = condition.evaluate(event, run);
        boolean first = blank ? !isBlank(value, run.budget) : !JsType.isNullish(value);
        Expression branch = first ? then : otherwise;
        if (branch == null) {
            run.absent(() ->
                    "@if takes its " + (first ? "then" : "else") + " branch, which does not count or is not there");
            return MissingNode.getInstance();
        }
        return branch.evaluate(event, run);
    }

    @Override
    public String origin() {
        return Expression.origin(blank ? "@if blank" : "@if exists", condition.origin());
    }

    /** Null, undefined or loosely equal to the empty text, as are 0, false and arrays that join to nothing. */
    private static boolean isBlank(JsonNode value, Budget budget) {
        JsonNode current = value;
        while (current instanceof ArrayNode && current.size() == 1) {
            // [x] is loosely equal to '' only through the text of x, so 0 and false inside are not blank.
            budget.spend(1);
            JsonNode only = current.get(0);
            if (!(only instanceof ArrayNode)) {
                return JsType.isNullish(only)
                        || (only.isTextual() && only.textValue().isEmpty());
            }
            current = only;
        }
        return current instanceof ArrayNode
                ? current.isEmpty()
                : !current.isContainerNode() && !JsType.isTruthy(current);
    }
}

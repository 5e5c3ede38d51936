package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.json.JsType;

/** Directives that pick a part of the event. */
public sealed interface Selection extends Expression {

    /** {@code @path} with a path that is known beforehand; {@code subject} is what it is looked up in. */
    record AtPath(EventPath path, String text, String subject) implements Selection {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            run.budget.spend(path.length());
            JsonNode value = path.in(event);
            if (value.isMissingNode()) {
                run.absent(() -> subject + " has no " + path.dotted());
            }
            return value;
        }

        @Override
        public String origin() {
            return Expression.origin("@path", text);
        }
    }

    /** {@code @path} with a path that another directive makes. */
    record AtMadePath(Expression path, String subject) implements Selection {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            JsonNode made = path.evaluate(event, run);
            if (!made.isTextual()) {
                throw new DirectiveException(
                        "@path: expected string, got " + JsType.of(made).label());
            }
            String text = made.textValue();
            run.budget.spend(text.length());
            return new AtPath(EventPath.inDirective(text), text, subject).evaluate(event, run);
        }

        @Override
        public String origin() {
            return Expression.origin("@path made by", path.origin());
        }
    }

    /** {@code @arrayPath}; {@code shape} is null when the items stay as they are. */
    record AtArrayPath(Expression items, Expression shape) implements Selection {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            JsonNode found = items.evaluate(event, run);
            if (shape == null) {
                return found;
            }
            if (found instanceof ObjectNode) {
                return JsonNodeFactory.instance.arrayNode(1).add(shape.evaluate(found, run));
            }
            if (!(found instanceof ArrayNode)) {
                return found;
            }
            run.budget.spend(found.size() + 1);
            ArrayNode shaped = JsonNodeFactory.instance.arrayNode(found.size());
            for (JsonNode item : found) {
                shaped.add(shape.evaluate(item, run));
            }
            return shaped;
        }

        @Override
        public String origin() {
            return items instanceof AtPath path
                    ? Expression.origin("@arrayPath", path.text)
                    : Expression.origin("@arrayPath of", items.origin());
        }
    }
}

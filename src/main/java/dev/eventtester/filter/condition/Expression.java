package dev.eventtester.filter.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/** A part of a condition. Immutable; its depth is limited by the parser. */
sealed interface Expression {

    Expression ALWAYS = new Constant(BooleanNode.TRUE);

    /** The value for an event; what the event does not have is null. */
    JsonNode evaluate(JsonNode event);

    static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    /** A literal. */
    record Constant(JsonNode value) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event) {
            return value;
        }
    }

    /** A member of the event. */
    record Path(List<String> members) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event) {
            JsonNode value = event;
            for (String member : members) {
                value = value.isArray() ? element(value, member) : value.path(member);
            }
            return value.isMissingNode() ? NullNode.instance : value;
        }

        private static JsonNode element(JsonNode array, String index) {
            boolean number = index.length() < 6 && index.chars().allMatch(c -> c >= '0' && c <= '9');
            return array.path(number ? Integer.parseInt(index) : -1);
        }
    }

    /** A list of values. */
    record Values(List<Expression> elements) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            elements.forEach(element -> values.add(element.evaluate(event)));
            return values;
        }
    }

    /** All of some conditions; one alone keeps its value. */
    record And(List<Expression> parts) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event) {
            return parts.size() == 1
                    ? parts.get(0).evaluate(event)
                    : BooleanNode.valueOf(parts.stream().allMatch(part -> isTrue(part.evaluate(event))));
        }
    }

    /** At least one of some conditions; one alone keeps its value. */
    record Or(List<Expression> parts) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event) {
            return parts.size() == 1
                    ? parts.get(0).evaluate(event)
                    : BooleanNode.valueOf(parts.stream().anyMatch(part -> isTrue(part.evaluate(event))));
        }
    }

    /** The opposite of a condition. */
    record Not(Expression condition) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event) {
            return BooleanNode.valueOf(!isTrue(condition.evaluate(event)));
        }
    }

    /** Two values and how they must relate. */
    record Comparison(Expression left, Comparator comparator, Expression right) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event) {
            return BooleanNode.valueOf(comparator.holds(left.evaluate(event), right.evaluate(event)));
        }
    }

    /** A function of values. */
    record Call(Function function, List<Expression> arguments) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event) {
            return function.apply(
                    arguments.stream().map(argument -> argument.evaluate(event)).toList());
        }
    }
}

package dev.eventtester.liquid.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A value with operators, kept in postfix order. Superfluous operands are ignored and missing ones are undefined,
 * as the reference engine does.
 */
public record Expression(List<Step> postfix) {

    /** An operand or an {@link Operator}. */
    public sealed interface Step permits Operand, Operator {}

    /** Something that has a value. */
    public sealed interface Operand extends Step {
        JsonNode evaluate(Context context);
    }

    /** A literal. */
    public record Constant(JsonNode value) implements Operand {
        @Override
        public JsonNode evaluate(Context context) {
            return value;
        }
    }

    /** A variable and the keys that lead on from it. */
    record Variable(Operand name, List<Operand> keys) implements Operand {
        @Override
        public JsonNode evaluate(Context context) {
            List<JsonNode> path = values(keys, context);
            return follow(context.variable(name.evaluate(context)), path, context);
        }
    }

    /** A literal or range and the keys that lead on from it. */
    record Access(Operand root, List<Operand> keys) implements Operand {
        @Override
        public JsonNode evaluate(Context context) {
            List<JsonNode> path = values(keys, context);
            return follow(root.evaluate(context), path, context);
        }
    }

    /** All whole steps from one number to another. */
    record Range(Operand low, Operand high) implements Operand {
        @Override
        public JsonNode evaluate(Context context) {
            Budget budget = context.budget();
            double first = Values.toNumber(low.evaluate(context), budget);
            double last = Values.toNumber(high.evaluate(context), budget);
            budget.reserve(last - first + 1);
            List<JsonNode> numbers = new ArrayList<>();
            for (double number = first; number < last + 1; number++) {
                budget.work(2 * Budget.VALUE);
                numbers.add(Values.number(number));
            }
            return Values.array(numbers);
        }
    }

    /** A filter's named argument: an array of its name and value. */
    public record Named(JsonNode name, Operand value) implements Operand {
        @Override
        public JsonNode evaluate(Context context) {
            return Values.array(List.of(name, value.evaluate(context)));
        }
    }

    /** Orders steps as they were written into postfix. */
    public static Expression of(List<Step> infix) {
        List<Step> postfix = new ArrayList<>(infix.size());
        Deque<Operator> waiting = new ArrayDeque<>();
        for (Step step : infix) {
            if (step instanceof Operator operator) {
                while (!waiting.isEmpty() && waiting.peek().bindsTighterThan(operator)) {
                    postfix.add(waiting.pop());
                }
                waiting.push(operator);
            } else {
                postfix.add(step);
            }
        }
        postfix.addAll(waiting);
        return new Expression(List.copyOf(postfix));
    }

    public JsonNode evaluate(Context context) {
        if (postfix.get(0) instanceof Operand operand && postfix.size() == 1) {
            return operand.evaluate(context);
        }
        Deque<JsonNode> operands = new ArrayDeque<>();
        for (Step step : postfix) {
            if (step instanceof Operand operand) {
                operands.push(operand.evaluate(context));
            } else if (step instanceof Operator operator) {
                JsonNode right = pop(operands);
                JsonNode left = operator.isUnary() ? Values.UNDEFINED : pop(operands);
                operands.push(Values.truth(operator.test(left, right, context.budget())));
            }
        }
        return operands.peekLast();
    }

    private static JsonNode pop(Deque<JsonNode> operands) {
        return operands.isEmpty() ? Values.UNDEFINED : operands.pop();
    }

    private static List<JsonNode> values(List<Operand> operands, Context context) {
        List<JsonNode> values = new ArrayList<>(operands.size());
        for (Operand operand : operands) {
            values.add(operand.evaluate(context));
        }
        return values;
    }

    private static JsonNode follow(JsonNode root, List<JsonNode> path, Context context) {
        JsonNode value = root;
        for (JsonNode key : path) {
            value = Members.of(value, key, context.budget());
        }
        return value;
    }
}

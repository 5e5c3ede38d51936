package dev.eventtester.liquid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.liquid.value.Context;
import dev.eventtester.liquid.value.Expression;
import dev.eventtester.liquid.value.Values;
import java.util.List;

/** A compiled piece of a template. */
sealed interface Node {

    void render(Context context, StringBuilder out);

    /** Renders nodes one after the other until one of them stops the rendering. */
    static void renderAll(List<Node> nodes, Context context, StringBuilder out) {
        for (Node node : nodes) {
            node.render(context, out);
            if (context.isStopped()) {
                return;
            }
        }
    }

    /** Text that is shown as it is. */
    record Text(String text) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            context.budget().work(text.length());
            out.append(text);
        }
    }

    /** {@code {{ value }}} and {@code echo}. */
    record Output(FilteredValue value) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            Values.print(value.evaluate(context), out, context.budget());
        }
    }

    /** {@code assign}. */
    record Assign(String name, FilteredValue value) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            context.assign(name, value.evaluate(context));
        }
    }

    /** {@code capture}. */
    record Capture(String name, List<Node> body) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            StringBuilder captured = new StringBuilder();
            renderAll(body, context, captured);
            context.assign(name, Values.text(captured.toString()));
        }
    }

    /** One condition of {@code if} or {@code unless} and what is shown when it turns out as wanted. */
    record Branch(FilteredValue condition, boolean wanted, List<Node> body) {}

    /** {@code if} and {@code unless}. */
    record Choice(List<Branch> branches, List<Node> otherwise) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            for (Branch branch : branches) {
                if (Values.isTrue(branch.condition().evaluate(context)) == branch.wanted()) {
                    renderAll(branch.body(), context, out);
                    return;
                }
            }
            renderAll(otherwise, context, out);
        }
    }

    /** {@code increment}, which shows the count before, and {@code decrement}, which shows the one after. */
    record Count(String name, int step) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            double before = context.count(name, step);
            Values.print(Values.number(step > 0 ? before : before + step), out, context.budget());
        }
    }

    /** {@code cycle}; false and zero are not shown. */
    record Cycle(Expression.Operand group, List<Expression.Operand> candidates) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            String name = Values.toText(group.evaluate(context), context.budget());
            int index = context.cycle(name, candidates.size());
            JsonNode value = candidates.get(index).evaluate(context);
            boolean shown = !(value.isNumber() && value.doubleValue() == 0) && Values.isTrue(value);
            if (shown) {
                Values.print(value, out, context.budget());
            }
        }
    }

    /** {@code break} and {@code continue}: without a loop around them they end the rendering. */
    record Stop() implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            context.stop();
        }
    }

    /** {@code block}. */
    record Block(List<Node> body) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            context.enterBlock();
            renderAll(body, context, out);
            context.leaveBlock();
        }
    }

    /** The lines of {@code liquid}. */
    record Lines(List<Node> body) implements Node {
        @Override
        public void render(Context context, StringBuilder out) {
            renderAll(body, context, out);
        }
    }
}

package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A compiled value of a mapping. Immutable and thread-safe. A result may share parts with the event and with other
 * results and may hold undefined members, so it is never modified and is settled before it leaves the mapping.
 */
public interface Expression {

    /** The value for an event, which may be any value. A missing node means nothing. */
    JsonNode evaluate(JsonNode event, Evaluation run);

    /** What the value comes from, for people. */
    String origin();

    /** The name of a directive with the beginning of what it reads. */
    static String origin(String directive, String text) {
        String shown = text.length() <= 200 ? text : text.substring(0, 200) + "…";
        return directive + " " + shown;
    }

    /** A value that no event changes. */
    record Constant(JsonNode value) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            return value;
        }

        @Override
        public String origin() {
            return "literal";
        }
    }

    /** A plain object; {@code fields} is null where its members are not fields of the result. */
    record Members(List<String> keys, List<Expression> values, List<Trace.Field> fields) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            run.budget.spend(keys.size() + 1);
            ObjectNode object = Values.object(keys.size());
            boolean traced = run.trace != null && fields != null;
            for (int i = 0; i < keys.size(); i++) {
                object.set(
                        keys.get(i),
                        traced ? traced(i, event, run) : values.get(i).evaluate(event, run));
            }
            return object;
        }

        private JsonNode traced(int at, JsonNode event, Evaluation run) {
            run.trace.enter(fields.get(at));
            JsonNode value = values.get(at).evaluate(event, run);
            run.trace.leave(fields.get(at), value.isMissingNode());
            return value;
        }

        @Override
        public String origin() {
            return "object";
        }
    }

    /** A plain array. */
    record Elements(List<Expression> elements) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            run.budget.spend(elements.size() + 1);
            ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
            for (Expression element : elements) {
                array.add(element.evaluate(event, run));
            }
            return array;
        }

        @Override
        public String origin() {
            return "array";
        }
    }

    /** What validation does not see, such as directives inside arrays, fails only when it is reached. */
    record Failure(String message, String origin) implements Expression {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            throw new DirectiveException(message);
        }
    }
}

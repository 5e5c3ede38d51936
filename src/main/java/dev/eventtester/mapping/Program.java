package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.json.JsType;
import dev.eventtester.mapping.directive.Budget;
import dev.eventtester.mapping.directive.DirectiveException;
import dev.eventtester.mapping.directive.Directives;
import dev.eventtester.mapping.directive.Evaluation;
import dev.eventtester.mapping.directive.Expression;
import dev.eventtester.mapping.directive.Values;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * A whole mapping, or the {@code apply} of a {@code @transform}, which is one of its own.
 *
 * @param errors what is wrong with it; empty if it can run
 * @param root null if it cannot run
 */
record Program(List<MappingError> errors, Expression root) implements Expression {

    /** Compiles a private copy of a mapping. */
    static Program of(JsonNode mapping, Compiler compiler, Budget budget) {
        if (JsType.isNullish(mapping)) {
            return failed("", "Cannot convert undefined or null to object");
        }
        JsonNode whole = asObject(mapping);
        if (whole.has(Directives.ROOT)) {
            JsonNode directive = whole.get(Directives.ROOT);
            String problem = problemOf(directive);
            if (problem != null) {
                return failed("/" + Directives.ROOT, problem);
            }
            whole = withMapping(directive, (ObjectNode) whole);
        }
        List<MappingError> errors = Validation.check(whole, budget);
        return new Program(errors, errors.isEmpty() ? compiler.compile(whole) : null);
    }

    private static Program failed(String pointer, String message) {
        return new Program(List.of(new MappingError(pointer, message)), null);
    }

    /** Arrays and texts count as objects with index keys, other scalars as empty ones. */
    private static JsonNode asObject(JsonNode mapping) {
        if (mapping.isObject()) {
            return mapping;
        }
        ObjectNode object = Values.object(mapping.size());
        if (mapping.isTextual()) {
            String text = mapping.textValue();
            for (int i = 0; i < text.length(); i++) {
                object.put(Integer.toString(i), text.substring(i, i + 1));
            }
        }
        for (int i = 0; i < mapping.size(); i++) {
            object.set(Integer.toString(i), mapping.get(i));
        }
        return object;
    }

    /** What is wrong with the value of the root directive's key; null if nothing. */
    private static String problemOf(JsonNode directive) {
        if (directive.isNull()) {
            return "Cannot convert undefined or null to object";
        }
        int keys = directive.isTextual() ? directive.textValue().length() : directive.size();
        if (keys > 1) {
            return "The root mapping must only have a single directive object";
        }
        boolean hasOptions = keys == 1
                && directive.elements().hasNext()
                && directive.elements().next().isContainerNode();
        return hasOptions ? null : "The root directive must be an object";
    }

    /** The directive with everything beside it as its {@code mapping} option. */
    private static JsonNode withMapping(JsonNode directive, ObjectNode whole) {
        ObjectNode rest = whole.objectNode();
        for (Entry<String, JsonNode> member : whole.properties()) {
            if (!member.getKey().equals(Directives.ROOT)) {
                rest.set(member.getKey(), member.getValue());
            }
        }
        if (!(directive.elements().next() instanceof ObjectNode options)) {
            return directive; // an array takes the option too, but nothing ever reads it there
        }
        ObjectNode completed = options.objectNode().setAll(options);
        completed.set("mapping", rest);
        if (directive.isArray()) {
            return whole.arrayNode().add(completed);
        }
        return whole.objectNode().set(directive.fieldNames().next(), completed);
    }

    /** The settled result for an event, which must be an object or missing. */
    @Override
    public JsonNode evaluate(JsonNode event, Evaluation run) {
        JsonNode data = Values.orNoEvent(event);
        if (!data.isObject()) {
            throw new DirectiveException(
                    "data must be an object, got " + JsType.of(data).label());
        }
        if (!errors.isEmpty()) {
            throw new DirectiveException(
                    errors.stream().map(MappingError::message).collect(Collectors.joining("\n")));
        }
        return run.settled(root.evaluate(data, run));
    }

    @Override
    public String origin() {
        return root == null ? "" : root.origin();
    }
}

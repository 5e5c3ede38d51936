package dev.eventtester.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.trigger.condition.Comparison;
import dev.eventtester.trigger.condition.Condition;
import dev.eventtester.trigger.condition.Group;

/** Renders conditions in the form in which the recorded cases show them. */
final class RecordedTree {

    private RecordedTree() {}

    static JsonNode of(Condition condition) {
        if (condition instanceof Group group) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("type", "group").put("operator", group.operator());
            group.children().forEach(child -> node.withArray("children").add(of(child)));
            return node;
        }
        return condition instanceof Comparison comparison ? of(comparison) : JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode of(Comparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String path = comparison.path();
        String section = path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.'));
        switch (section) {
            case "properties" -> node.put("type", "event-property");
            case "traits" -> node.put("type", "event-trait");
            case "context" -> node.put("type", "event-context");
            case "type" -> node.put("type", "event-type");
            default -> node.put("type", section);
        }
        if (path.length() > section.length()) {
            node.put("name", path.substring(section.length() + 1));
        }
        node.put("operator", comparison.word());
        JsonNode expected = comparison.expected();
        if (!expected.isMissingNode()) {
            boolean nan = expected.isNumber() && Double.isNaN(expected.doubleValue());
            node.set("value", nan ? JsonNodeFactory.instance.nullNode() : expected);
        }
        return node;
    }
}

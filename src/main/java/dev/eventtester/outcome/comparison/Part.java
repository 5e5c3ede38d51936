package dev.eventtester.outcome.comparison;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A part of a comparison that consists of parts: it is changed when one of them is. Not thread-safe. */
final class Part {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private Change change = Change.UNCHANGED;

    Part with(String name, ObjectNode part) {
        json.set(name, part);
        return sawChangeOf(part);
    }

    Part with(String name, List<ObjectNode> parts) {
        ArrayNode all = json.putArray(name);
        parts.forEach(all::add);
        parts.forEach(this::sawChangeOf);
        return this;
    }

    private Part sawChangeOf(ObjectNode part) {
        if (!part.path("change").textValue().equals(Change.UNCHANGED.name())) {
            change = Change.CHANGED;
        }
        return this;
    }

    ObjectNode toJson() {
        return change.alone().setAll(json);
    }
}

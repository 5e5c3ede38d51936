package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The only values that a field takes. */
final class Choices {

    private final Set<String> texts = new HashSet<>();
    private final List<JsonNode> others;
    private final String message;

    Choices(List<JsonNode> values) {
        values.stream().filter(JsonNode::isTextual).map(JsonNode::textValue).forEach(texts::add);
        this.others = values.stream().filter(value -> !value.isTextual()).toList();
        this.message = Messages.notAChoice(values);
    }

    boolean contain(JsonNode value) {
        if (value.isTextual()) {
            return texts.contains(value.textValue());
        }
        for (JsonNode other : others) {
            if (Equality.holds(other, value)) {
                return true;
            }
        }
        return false;
    }

    String message() {
        return message;
    }
}

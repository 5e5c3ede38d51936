package dev.eventtester.outcome.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.eventtester.event.JsonText;
import dev.eventtester.outcome.document.OutcomeDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The mapping results of one outcome that are asked for.
 *
 * @param conditions of which all must hold; none lets everything through
 */
public record Selection(List<Predicate<JsonNode>> conditions) {

    public Selection {
        conditions = List.copyOf(conditions);
    }

    /**
     * The outcome's document with those mapping results, each with its exact text.
     *
     * @return the same text if there are no conditions
     */
    public String of(String document) {
        if (conditions.isEmpty()) {
            return document;
        }
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> member : JsonText.members(document).entrySet()) {
            if (member.getKey().equals("mappings")) {
                shown.set("mappings", selected(member.getValue()));
            } else {
                shown.putRawValue(member.getKey(), new RawValue(member.getValue()));
            }
        }
        return OutcomeDocument.write(shown);
    }

    private ArrayNode selected(String mappings) {
        ArrayNode selected = JsonNodeFactory.instance.arrayNode();
        for (String text : JsonText.elements(mappings)) {
            JsonNode mapping = JsonText.parse(text);
            if (conditions.stream().allMatch(condition -> condition.test(mapping))) {
                selected.addRawValue(new RawValue(text));
            }
        }
        return selected;
    }
}

package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map.Entry;

/** How values enter and leave an evaluation. */
public final class Values {

    private static final JsonNode NO_EVENT = JsonNodeFactory.instance.objectNode();

    private Values() {}

    /** A value, or an empty object where there is none; not to be changed. */
    public static JsonNode orNoEvent(JsonNode event) {
        return event.isMissingNode() ? NO_EVENT : event;
    }

    public static ObjectNode object(int members) {
        return new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>(members + members / 3 + 1));
    }

    /** A copy of a mapping, or of a part of one, that nobody else can change. */
    public static JsonNode privateCopy(JsonNode mapping, Budget budget) {
        return copy(mapping, budget, 1);
    }

    private static JsonNode copy(JsonNode value, Budget budget, int depth) {
        if (!value.isContainerNode()) {
            return value;
        }
        if (depth > Budget.MAX_MAPPING_DEPTH) {
            throw Budget.mappingTooDeep();
        }
        budget.spend(value.size() + 1);
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> copy.add(copy(element, budget, depth + 1)));
            return copy;
        }
        ObjectNode copy = object(value.size());
        value.properties().forEach(member -> copy.set(member.getKey(), copy(member.getValue(), budget, depth + 1)));
        return copy;
    }

    /**
     * A copy without undefined members at any depth. Undefined elements of arrays stay (case map-array-undefined-a);
     * scalars are immutable and shared.
     */
    static JsonNode settled(JsonNode value, Budget budget) {
        return settled(value, budget, 1);
    }

    private static JsonNode settled(JsonNode value, Budget budget, int depth) {
        if (!value.isContainerNode()) {
            return value;
        }
        if (depth > Budget.MAX_VALUE_DEPTH) {
            throw Budget.valueTooDeep();
        }
        budget.spend(value.size() + 1);
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            for (JsonNode element : array) {
                copy.add(settled(element, budget, depth + 1));
            }
            return copy;
        }
        ObjectNode copy = object(value.size());
        for (Entry<String, JsonNode> member : value.properties()) {
            if (!member.getValue().isMissingNode()) {
                copy.set(member.getKey(), settled(member.getValue(), budget, depth + 1));
            }
        }
        return copy;
    }
}

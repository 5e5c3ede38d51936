package dev.eventtester.filter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * What a filter does to an event, in the Public API's form.
 *
 * @param fields where properties are allowed or dropped: path of an object (empty for the event itself) to an array of
 *     names; null for other types
 * @param percent the share that passes, 0 to 1; null for other types than {@code SAMPLE}
 * @param path the member that decides whether an event belongs to the share; null where chance decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record FilterAction(Type type, JsonNode fields, Double percent, String path) {

    /** The kinds of actions. */
    public enum Type {
        DROP,
        SAMPLE,
        ALLOW_PROPERTIES,
        DROP_PROPERTIES
    }

    /**
     * Applies the action.
     *
     * @param payload is changed
     * @param chance a number from 0 to 1 for a sample that no member decides
     * @return whether the event goes on
     */
    boolean apply(ObjectNode payload, DoubleSupplier chance) {
        return switch (type) {
            case DROP -> false;
            case SAMPLE -> isSampled(payload, chance);
            case ALLOW_PROPERTIES -> {
                eachObject(payload, (object, names) -> object.retain(names));
                yield true;
            }
            case DROP_PROPERTIES -> {
                eachObject(payload, (object, names) -> object.remove(names));
                yield true;
            }
        };
    }

    private boolean isSampled(JsonNode payload, DoubleSupplier chance) {
        if (percent <= 0 || percent >= 1) {
            return percent >= 1;
        }
        return isByChance() ? chance.getAsDouble() <= percent : Sampling.share(at(payload, path)) < percent;
    }

    /** Whether the same event may pass once and not the next time. */
    boolean isByChance() {
        return type == Type.SAMPLE && percent > 0 && percent < 1 && (path == null || path.isEmpty());
    }

    private interface Change {
        void apply(ObjectNode object, Set<String> names);
    }

    private void eachObject(ObjectNode payload, Change change) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            Set<String> names = new HashSet<>();
            field.getValue().forEach(name -> names.add(name.textValue()));
            objects(
                    field.getKey().isEmpty() ? payload : at(payload, field.getKey()),
                    object -> change.apply(object, names));
        }
    }

    private static void objects(JsonNode found, Consumer<ObjectNode> consumer) {
        List<JsonNode> candidates = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(candidates::add);
        } else {
            candidates.add(found);
        }
        candidates.stream()
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .forEach(consumer);
    }

    private static JsonNode at(JsonNode payload, String path) {
        JsonNode value = payload;
        for (String member : path.split("\\.", -1)) {
            value = value.path(member);
        }
        return value;
    }
}

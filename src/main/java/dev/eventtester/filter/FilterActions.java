package dev.eventtester.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.event.JsonText;
import dev.eventtester.filter.FilterAction.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The actions of a filter on their way in and out; a 422 names what is wrong with one. */
public final class FilterActions {

    private static final int MOST = 20;
    private static final int LONGEST = 32 * 1024;

    private FilterActions() {}

    /**
     * The actions in a request.
     *
     * @param field the member of the request that holds them
     * @param actions a JSON array of at least one
     */
    public static List<FilterAction> of(String field, JsonNode actions) {
        if (actions == null || !actions.isArray() || actions.isEmpty() || actions.size() > MOST) {
            throw ApiException.invalid(field, "\"" + field + "\" must be an array of 1 to " + MOST + " actions.");
        }
        if (actions.toString().length() > LONGEST) {
            throw ApiException.tooLarge(field, "\"" + field + "\" is larger than 32 KB.");
        }
        List<FilterAction> read = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            read.add(action(field + "." + i, actions.get(i)));
        }
        return read;
    }

    private static FilterAction action(String place, JsonNode action) {
        String name = action.path("type").asText("");
        Type type = Arrays.stream(Type.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        place + ".type", "\"" + place + ".type\" must be one of " + Arrays.toString(Type.values())));
        return switch (type) {
            case DROP -> new FilterAction(type, null, null, null);
            case SAMPLE ->
                new FilterAction(type, null, percent(place + ".percent", action.path("percent")), path(place, action));
            case ALLOW_PROPERTIES, DROP_PROPERTIES ->
                new FilterAction(type, fields(place + ".fields", action.path("fields")), null, null);
        };
    }

    private static double percent(String place, JsonNode percent) {
        if (!percent.isNumber() || percent.doubleValue() < 0 || percent.doubleValue() > 1) {
            throw ApiException.invalid(place, "\"" + place + "\" must be a number from 0 to 1.");
        }
        return percent.doubleValue();
    }

    private static String path(String place, JsonNode action) {
        JsonNode path = action.path("path");
        if (!path.isMissingNode() && !path.isNull() && !path.isTextual()) {
            throw ApiException.invalid(place + ".path", "\"" + place + ".path\" must be a string.");
        }
        return path.textValue();
    }

    private static ObjectNode fields(String place, JsonNode fields) {
        if (!fields.isObject()) {
            throw ApiException.invalid(place, "\"" + place + "\" must be an object of paths.");
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            boolean names = field.getValue().isArray();
            for (JsonNode name : field.getValue()) {
                names &= name.isTextual();
            }
            if (!names) {
                String wrong = place + "." + field.getKey();
                throw ApiException.invalid(wrong, "\"" + wrong + "\" must be an array of names.");
            }
        }
        return (ObjectNode) fields;
    }

    /** The actions in a stored JSON array. */
    static List<FilterAction> read(String json) {
        return of("actions", JsonText.parse(json));
    }

    /** A JSON array of actions, to be stored. */
    public static String write(List<FilterAction> actions) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (FilterAction action : actions) {
            ObjectNode entry = json.addObject().put("type", action.type().name());
            if (action.fields() != null) {
                entry.set("fields", action.fields());
            }
            if (action.percent() != null) {
                entry.put("percent", action.percent());
            }
            if (action.path() != null) {
                entry.put("path", action.path());
            }
        }
        return json.toString();
    }
}

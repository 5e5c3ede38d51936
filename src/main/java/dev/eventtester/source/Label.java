package dev.eventtester.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Require;
import dev.eventtester.event.JsonText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mark that a team puts on a source, for example its environment.
 *
 * @param description null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Label(String key, String value, String description) {

    private static final int MOST = 50;
    private static final int LONGEST_DESCRIPTION = 1000;

    /** The labels of a request; a 422 names what is wrong with one. */
    static List<Label> checked(List<Label> labels) {
        Require.present("labels", labels);
        for (int i = 0; i < labels.size(); i++) {
            String place = "labels." + i;
            Label label = Require.present(place, labels.get(i));
            Require.name(place + ".key", label.key);
            Require.name(place + ".value", label.value);
            if (label.description != null && label.description.length() > LONGEST_DESCRIPTION) {
                throw ApiException.invalid(
                        place + ".description",
                        "\"" + place + ".description\" may have at most " + LONGEST_DESCRIPTION + " characters.");
            }
        }
        return labels;
    }

    /** Labels with more of them; the same key and value is one label, as it was given last. */
    static List<Label> added(List<Label> present, List<Label> more) {
        Map<List<String>, Label> labels = new LinkedHashMap<>();
        present.forEach(label -> labels.put(List.of(label.key, label.value), label));
        more.forEach(label -> labels.put(List.of(label.key, label.value), label));
        if (labels.size() > MOST) {
            throw ApiException.invalid("labels", "A source may have at most " + MOST + " labels.");
        }
        return List.copyOf(labels.values());
    }

    /** The labels in a stored JSON array. */
    static List<Label> read(String json) {
        return read(JsonText.parse(json));
    }

    /** The labels in a JSON array; members that are no strings are null. */
    public static List<Label> read(JsonNode json) {
        List<Label> labels = new ArrayList<>();
        for (JsonNode label : json) {
            labels.add(new Label(
                    label.path("key").textValue(),
                    label.path("value").textValue(),
                    label.path("description").textValue()));
        }
        return labels;
    }

    /** A JSON array of the labels, to be stored. */
    static String write(List<Label> labels) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Label label : labels) {
            ObjectNode entry = json.addObject().put("key", label.key).put("value", label.value);
            if (label.description != null) {
                entry.put("description", label.description);
            }
        }
        return json.toString();
    }
}

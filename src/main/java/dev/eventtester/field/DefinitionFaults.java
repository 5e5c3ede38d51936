package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.field.definition.InvalidFieldDefinitionException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with definitions, in the words of the reference engine, which tells all faults of their form at once
 * and only after those the first format that it does not know.
 */
final class DefinitionFaults {

    private final List<String> ofForm = new ArrayList<>();
    private final List<String> unknownFormats = new ArrayList<>();

    /**
     * @throws InvalidFieldDefinitionException if there is any fault
     */
    void refuse() {
        if (!ofForm.isEmpty()) {
            throw new InvalidFieldDefinitionException("schema is invalid: " + String.join(", ", ofForm));
        }
        if (!unknownFormats.isEmpty()) {
            throw new InvalidFieldDefinitionException(unknownFormats.get(0));
        }
    }

    int count() {
        return ofForm.size();
    }

    /** Faults of a list's items count as two faults of the list too. */
    void closeItems(int before, String path) {
        if (ofForm.size() > before) {
            ofForm.add("data" + path + " must be array");
            ofForm.add("data" + path + " must match a schema in anyOf");
        }
    }

    void checkLength(double bound, String path) {
        if (bound % 1 != 0) {
            ofForm.add("data" + path + " must be integer");
        }
        if (bound < 0) {
            ofForm.add("data" + path + " must be >= 0");
        }
    }

    /** Tells the last two choices that are equal. */
    void checkUnique(List<JsonNode> choices, String path) {
        Map<String, Integer> texts = new HashMap<>();
        List<Integer> others = new ArrayList<>();
        int first = -1;
        int second = -1;
        for (int i = 0; i < choices.size(); i++) {
            JsonNode choice = choices.get(i);
            int equal = choice.isTextual() ? before(texts, choice, i) : before(others, choices, i);
            if (equal >= 0) {
                first = equal;
                second = i;
            }
        }
        if (second >= 0) {
            ofForm.add("data" + path + "/enum must NOT have duplicate items (items ## " + first + " and " + second
                    + " are identical)");
        }
    }

    private static int before(Map<String, Integer> texts, JsonNode choice, int index) {
        Integer before = texts.put(choice.textValue(), index);
        return before == null ? -1 : before;
    }

    private static int before(List<Integer> others, List<JsonNode> choices, int index) {
        int before = -1;
        for (int other : others) {
            if (Equality.holds(choices.get(other), choices.get(index))) {
                before = other;
            }
        }
        others.add(index);
        return before;
    }

    void unknownFormat(String name, String path) {
        unknownFormats.add("unknown format \"" + name + "\" ignored in schema at path \"#" + encoded(path) + "\"");
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }
}

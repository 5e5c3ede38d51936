package dev.eventtester.catalog.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.actions.declared.Condition;
import dev.eventtester.catalog.yaml.YamlValue;
import dev.eventtester.mapping.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the directives of one request can read. A name that is not there would silently give nothing, so it is a
 * mistake of the file. Immutable.
 */
final class Readable {

    private static final List<String> ROOTS = List.of("payload", "settings", "event", "answers", "constants", "config");

    /** The members of roots whose members are known. */
    private final Map<String, Set<String>> members;

    private Readable(Map<String, Set<String>> members) {
        this.members = members;
    }

    /** Where nothing is known but the roots. */
    static Readable anything() {
        return new Readable(Map.of());
    }

    /** The same with a root whose members are known, all of them. */
    Readable with(String root, Set<String> names) {
        Map<String, Set<String>> more = new HashMap<>(members);
        more.put(root, Set.copyOf(names));
        return new Readable(more);
    }

    /** Adds a problem to every value that reads what is not there. */
    void check(JsonNode part, YamlValue place) {
        if (part.isTextual()) {
            checkText(part.textValue(), place);
        } else if (part.isObject() && part.properties().stream().noneMatch(Readable::isDirective)) {
            part.properties().forEach(member -> check(member.getValue(), place.at(member.getKey())));
        } else if (part.isArray()) {
            for (int i = 0; i < part.size(); i++) {
                check(part.get(i), place.at(Integer.toString(i)));
            }
        } else if (part.isObject()) {
            JsonNode mapping = JsonNodeFactory.instance.objectNode().set("value", part);
            Mapping.compile(mapping).paths().forEach(path -> problem(path).ifPresent(place::problem));
        }
    }

    void check(Condition condition, YamlValue place) {
        condition.scopePaths().forEach(path -> problem(path).ifPresent(place::problem));
    }

    private static boolean isDirective(Map.Entry<String, JsonNode> member) {
        return member.getKey().startsWith("@");
    }

    private static void checkText(String text, YamlValue place) {
        if (ROOTS.stream().anyMatch(root -> text.startsWith("$." + root + "."))) {
            place.problem(
                    "\"" + text + "\" would be sent as this text; a value is read with {\"@path\": \"" + text + "\"}");
        }
    }

    private Optional<String> problem(String path) {
        String[] steps = path.replace("[]", "").split("\\.", 3);
        String root = steps[0];
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (!ROOTS.contains(root)) {
            return Optional.of("there is no \"" + root + "\" for a request to read, only " + String.join(", ", ROOTS)
                    + "; members of the event itself are $.event." + path);
        }
        boolean known = steps.length < 2
                || !members.containsKey(root)
                || members.get(root).contains(steps[1]);
        return known ? Optional.empty() : Optional.of(missing(root, steps[1]));
    }

    private String missing(String root, String name) {
        if (root.equals("answers")) {
            return "no earlier request has the name \"" + name + "\"";
        }
        Set<String> names = new TreeSet<>(members.get(root));
        return "there is no \"" + name + "\" in " + root
                + (names.isEmpty() ? " here" : ", which has: " + String.join(", ", names));
    }
}

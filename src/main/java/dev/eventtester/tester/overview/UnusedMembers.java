package dev.eventtester.tester.overview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.trigger.InvalidTriggerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The reverse view of a test: which members of the event no trigger and no field value reads. */
public final class UnusedMembers {

    private static final int MOST = 100;

    private final TreeSet<String> read = new TreeSet<>();
    private final List<String> unused = new ArrayList<>();

    private UnusedMembers() {}

    /**
     * The unused members as paths with dots, at most {@value MOST}; a member that is unused as a whole stands for all
     * below it.
     */
    public static List<String> of(JsonNode event, List<ConfiguredMapping> mappings) {
        UnusedMembers view = new UnusedMembers();
        mappings.forEach(view::reads);
        if (view.read.contains("")) {
            return List.of();
        }
        view.collect("", event);
        return List.copyOf(view.unused);
    }

    private void reads(ConfiguredMapping mapping) {
        mapping.compiled().mapping().paths().forEach(path -> read.add(path.replace("[]", "")));
        try {
            read.addAll(mapping.compiled().trigger().paths());
        } catch (InvalidTriggerException e) {
            // a trigger that is none reads nothing
        }
    }

    private void collect(String prefix, JsonNode object) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String path = prefix + member.getKey();
            if (unused.size() == MOST || read.contains(path)) {
                continue;
            }
            if (!readsBelow(path)) {
                unused.add(path);
            } else if (member.getValue().isObject()) {
                collect(path + ".", member.getValue());
            }
        }
    }

    private boolean readsBelow(String path) {
        String below = path + ".";
        String next = read.ceiling(below);
        return next != null && next.startsWith(below);
    }
}

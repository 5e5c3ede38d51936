package dev.eventtester.sample;

import dev.eventtester.liquid.TemplateVariables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables of a Liquid template that are members of the event. */
final class LiquidPaths {

    private static final Set<String> ROOTS = Set.of(
            "properties",
            "traits",
            "context",
            "integrations",
            "userId",
            "anonymousId",
            "messageId",
            "timestamp",
            "receivedAt",
            "sentAt",
            "originalTimestamp",
            "event",
            "name",
            "groupId",
            "previousId");

    private LiquidPaths() {}

    /** The paths of members of the event, in the order of the template. */
    static Set<String> in(String template) {
        Set<String> paths = new LinkedHashSet<>();
        TemplateVariables.find(template, variable -> {
            if (isOfEvent(variable)) {
                paths.add(variable);
            }
        });
        return paths;
    }

    private static boolean isOfEvent(String variable) {
        List<String> names = Places.split(variable);
        return !names.isEmpty() && ROOTS.contains(names.get(0));
    }
}

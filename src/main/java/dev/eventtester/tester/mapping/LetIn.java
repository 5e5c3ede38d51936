package dev.eventtester.tester.mapping;

import dev.eventtester.trigger.Explanation;
import dev.eventtester.trigger.condition.Comparison;
import dev.eventtester.trigger.condition.Finding;
import java.util.ArrayList;
import java.util.List;

/** Which conditions of a trigger let an event in. */
final class LetIn {

    private LetIn() {}

    /**
     * The conditions that were evaluated and hold, as one text.
     *
     * @param explanation null if the trigger was not evaluated
     * @return null if the event did not match
     */
    static String by(Explanation explanation) {
        if (explanation == null || !explanation.matched()) {
            return null;
        }
        List<String> held = new ArrayList<>();
        collect(explanation.conditions(), held);
        return String.join(" and ", held);
    }

    private static void collect(Finding finding, List<String> held) {
        if (finding instanceof Finding.OfGroup group) {
            group.children().forEach(child -> collect(child, held));
        } else if (finding instanceof Finding.OfComparison comparison && finding.evaluated() && finding.holds()) {
            held.add(text(comparison.comparison()));
        }
    }

    private static String text(Comparison comparison) {
        var json = comparison.toJson();
        String expected = json.has("expected") ? " " + json.get("expected") : "";
        return json.get("path").textValue() + " " + json.get("operator").textValue() + expected;
    }
}

package dev.eventtester.tester;

import dev.eventtester.delivery.Call;
import dev.eventtester.destination.ConfiguredDestination;
import dev.eventtester.destination.ConfiguredMapping;
import dev.eventtester.event.Event;
import dev.eventtester.outcome.DeliveryMode;
import dev.eventtester.outcome.OutcomeDocument;
import dev.eventtester.outcome.OutcomeDocument.Note;
import java.util.List;
import java.util.UUID;

/**
 * Everything a test needs, read before its first call. Immutable.
 *
 * @param workspaceId whose test it is
 * @param destination as it was when the test began
 * @param mappings those that are tested, in the destination's order
 * @param event what the mappings get
 * @param unmarked the same without the mark of the test
 * @param ignoreTrigger whether a mapping goes on although its trigger does not match
 * @param intent the outcome as it was written down before the first call
 */
record TestPlan(
        UUID workspaceId,
        ConfiguredDestination destination,
        List<ConfiguredMapping> mappings,
        Event event,
        Event unmarked,
        boolean ignoreTrigger,
        OutcomeDocument intent) {

    TestPlan {
        mappings = List.copyOf(mappings);
    }

    /** The same test with its event marked for the mappings. */
    TestPlan marked(Event marked, Note note) {
        return new TestPlan(workspaceId, destination, mappings, marked, unmarked, ignoreTrigger, intent.with(note));
    }

    /** A call's id in the outcome: {@code m2c1} is the first call of the second mapping. */
    String callId(ConfiguredMapping mapping, Call call) {
        return "m" + (mappings.indexOf(mapping) + 1) + call.id();
    }

    boolean sends() {
        return intent.delivery() == DeliveryMode.SEND;
    }
}

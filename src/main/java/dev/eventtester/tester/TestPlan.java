package dev.eventtester.tester;

import dev.eventtester.destination.configured.ConfiguredDestination;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.event.Event;
import dev.eventtester.outcome.document.DeliveryMode;
import dev.eventtester.outcome.document.OutcomeDocument;
import dev.eventtester.outcome.document.OutcomeDocument.Note;
import dev.eventtester.tester.mapping.MappingPlan;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

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

    /** What each of the mappings needs of it. */
    List<MappingPlan> each() {
        return IntStream.range(0, mappings.size())
                .mapToObj(i -> new MappingPlan(destination, mappings.get(i), i + 1, event, sends(), ignoreTrigger))
                .toList();
    }

    boolean sends() {
        return intent.delivery() == DeliveryMode.SEND;
    }
}

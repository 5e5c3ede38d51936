package dev.eventtester.tester;

import dev.eventtester.destination.ConfiguredDestination;
import dev.eventtester.destination.ConfiguredMapping;
import dev.eventtester.event.Event;
import dev.eventtester.outcome.DeliveryMode;
import dev.eventtester.outcome.OutcomeDocument;
import java.util.List;
import java.util.UUID;

/**
 * Everything a test needs, read before its first call. Immutable.
 *
 * @param workspaceId whose test it is
 * @param destination as it was when the test began
 * @param mappings those that are tested, in the destination's order
 * @param ignoreTrigger whether a mapping goes on although its trigger does not match
 * @param intent the outcome as it was written down before the first call
 */
record TestPlan(
        UUID workspaceId,
        ConfiguredDestination destination,
        List<ConfiguredMapping> mappings,
        Event event,
        boolean ignoreTrigger,
        OutcomeDocument intent) {

    TestPlan {
        mappings = List.copyOf(mappings);
    }

    boolean sends() {
        return intent.delivery() == DeliveryMode.SEND;
    }
}

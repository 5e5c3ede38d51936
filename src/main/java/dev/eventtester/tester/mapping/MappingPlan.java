package dev.eventtester.tester.mapping;

import dev.eventtester.delivery.call.Call;
import dev.eventtester.destination.configured.ConfiguredDestination;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.event.Event;

/**
 * Everything that the test of one mapping needs. Immutable.
 *
 * @param destination as it was when the test began
 * @param position of the mapping among those that are tested, from 1
 * @param event what the mapping gets
 * @param sends whether requests are sent; otherwise they are only prepared
 * @param ignoreTrigger whether the mapping goes on although its trigger does not match
 */
public record MappingPlan(
        ConfiguredDestination destination,
        ConfiguredMapping mapping,
        int position,
        Event event,
        boolean sends,
        boolean ignoreTrigger) {

    /** A call's id in the outcome: {@code m2c1} is the first call of the second mapping. */
    String callId(Call call) {
        return "m" + position + call.id();
    }
}

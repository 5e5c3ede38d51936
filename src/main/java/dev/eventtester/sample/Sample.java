package dev.eventtester.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A sample event for one mapping.
 *
 * @param event the caller's own, at most 32 KB
 * @param fits whether the mapping's trigger lets the event in and its fields accept what the mapping makes of it
 * @param notes what a person should know before sending it, one sentence each: why it does not fit, and where it is not
 *     what was asked for
 */
public record Sample(ObjectNode event, boolean fits, List<String> notes) {

    public Sample {
        notes = List.copyOf(notes);
    }
}

package dev.eventtester.actions;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What an action of a destination does with a validated payload. Immutable and thread-safe. */
public interface Action {

    /**
     * Sends the action's requests, one after the other.
     *
     * @return the value that the reference engine calls {@code data}: the last answer's body, parsed when it is JSON,
     *     undefined when nothing was sent. Fails with an {@link ActionException} when the action refuses the payload or
     *     a destination answers other than 2xx, and with what the sender failed with. Nothing happens before
     *     subscription, and nothing is thrown.
     */
    Uni<JsonNode> perform(ActionInput input, Sender send);

    /**
     * Whether the destination would accept what {@link #perform} would send, judged without sending.
     *
     * @return empty when this action cannot tell
     * @throws ActionException when the action refuses the payload
     */
    default Optional<Prediction> predict(ActionInput input) {
        return Optional.empty();
    }
}

package dev.eventtester.actions;

import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.OutgoingRequest;
import io.smallrye.mutiny.Uni;

/** Sends one request; {@code Delivery::send} in the service. */
@FunctionalInterface
public interface Sender {

    /** The answer, whatever its status. Fails when there was none. */
    Uni<Answer> send(OutgoingRequest request);
}

package dev.eventtester.delivery;

import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Sends the requests of one mapping result and keeps their records, in order. Thread-safe. */
public interface Delivery {

    /**
     * Makes one call, never repeats it and follows no redirect. Nothing happens before the {@code Uni} is subscribed
     * to, and every subscription is a call of its own. A {@code Uni} that is cancelled ends the call as
     * {@code INTERRUPTED}.
     *
     * <p>The request goes out as given, except that the wire has its own {@code host}, {@code accept-encoding},
     * {@code content-length}, {@code connection} and other headers that frame a message, and adds {@code accept} where
     * it is missing.
     *
     * @return any HTTP answer, whatever its status; otherwise fails with a {@link DeliveryException}. The call has been
     *     recorded before. Completes on the Vert.x context of the subscriber, or on an event loop if it has none; a
     *     request that is refused for its form fails at once.
     */
    Uni<Answer> send(OutgoingRequest request);

    /** The calls so far, redacted; one that is still under way is reported as {@code INTERRUPTED}. */
    List<Call> calls();

    /** How many connections this delivery has begun to open. */
    int connectionsOpened();
}

package dev.eventtester.limit;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The admission of one test. Whoever got it closes it when the test has ended or could not begin; closing twice does no
 * harm. Thread-safe.
 */
public final class Admission implements AutoCloseable {

    private final LiveSendGuard guard;
    private final InFlight inFlight;
    private final UUID workspaceId;
    private final AtomicInteger underWay = new AtomicInteger();

    Admission(LiveSendGuard guard, InFlight inFlight, UUID workspaceId) {
        this.guard = guard;
        this.inFlight = inFlight;
        this.workspaceId = workspaceId;
    }

    /**
     * Counts a test with so many calls, or fails with 429 and the limit's name. Needs a transaction, as late in it as
     * can be: until its end no other test of the workspace is counted. To be asked once.
     */
    public Uni<Void> admit(int calls) {
        return Uni.createFrom().deferred(() -> {
            guard.requireFree(workspaceId, calls);
            underWay.set(calls);
            return guard.count(workspaceId, calls);
        });
    }

    /** One of the calls has ended. */
    public void callEnded() {
        if (underWay.getAndUpdate(calls -> Math.max(0, calls - 1)) > 0) {
            inFlight.leave(workspaceId, 1);
        }
    }

    @Override
    public void close() {
        int left = underWay.getAndSet(0);
        if (left > 0) {
            inFlight.leave(workspaceId, left);
        }
    }
}

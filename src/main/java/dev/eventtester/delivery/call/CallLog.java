package dev.eventtester.delivery.call;

import dev.eventtester.delivery.secret.Redaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The calls of one delivery in the order in which they began. Thread-safe. */
public final class CallLog {

    private final Redaction redaction;
    private final int longestBody;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param longestBody how much of a request's body is recorded, in bytes
     */
    public CallLog(Redaction redaction, int longestBody) {
        this.redaction = redaction;
        this.longestBody = longestBody;
    }

    /** Takes down that a call begins. */
    public synchronized Entry begin(OutgoingRequest request) {
        Entry entry = new Entry("c" + (entries.size() + 1), request);
        entries.add(entry);
        return entry;
    }

    /** The calls so far; one that is still under way is reported as {@code INTERRUPTED}. */
    public List<Call> calls() {
        List<Entry> now;
        synchronized (this) {
            now = List.copyOf(entries);
        }
        return now.stream().map(Entry::call).toList();
    }

    /** One call; its first ending counts. */
    public final class Entry {
        private final String id;
        private final OutgoingRequest request;
        private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        private final long startNanos = System.nanoTime();
        private Call ended;

        private Entry(String id, OutgoingRequest request) {
            this.id = id;
            this.request = request;
        }

        /**
         * @param reason null if there is nothing to explain
         * @param answer null if nothing was answered
         */
        public synchronized void end(Call.State state, String reason, Answer answer) {
            if (ended == null) {
                ended = call(state, reason, answer);
            }
        }

        private synchronized Call call() {
            return ended != null ? ended : call(Call.State.INTERRUPTED, "the call was still under way", null);
        }

        private Call call(Call.State state, String reason, Answer answer) {
            return new Call(
                    id,
                    startedAt,
                    (System.nanoTime() - startNanos) / 1_000_000,
                    state,
                    reason == null ? null : redaction.apply(reason),
                    RecordedRequest.of(request, longestBody, redaction),
                    answer == null ? null : RecordedResponse.of(answer, redaction));
        }
    }
}

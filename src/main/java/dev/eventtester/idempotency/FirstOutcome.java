package dev.eventtester.idempotency;

import dev.eventtester.api.ApiException;
import dev.eventtester.outcome.Outcome;
import dev.eventtester.outcome.Outcomes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** What a repeated request is answered with. Reads in short sessions and holds none while it waits. */
@ApplicationScoped
public class FirstOutcome {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Outcomes outcomes;
    private final Vertx vertx;

    FirstOutcome(Outcomes outcomes, Vertx vertx) {
        this.outcomes = outcomes;
        this.vertx = vertx;
    }

    /** The exact document as it is now; fails with 409 if it is no longer kept. */
    public Uni<String> asItIs(UUID id) {
        return read(id).map(Outcome::document);
    }

    /**
     * The exact document once the test has ended, here or on another replica, or was interrupted; fails with 409 if it
     * is no longer kept.
     */
    public Uni<String> atItsEnd(UUID id) {
        return Uni.createFrom().deferred(() -> {
            Context context = vertx.getOrCreateContext();
            return Uni.createFrom()
                    .deferred(() -> read(id))
                    .runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()))
                    .repeat()
                    .withDelay(PAUSE)
                    .whilst(Outcome::isRunning)
                    .collect()
                    .last()
                    .map(Outcome::document);
        });
    }

    private Uni<Outcome> read(UUID id) {
        return Panache.withSession(() -> outcomes.findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.conflict(
                        IdempotencyKey.HEADER,
                        "The test of this \"" + IdempotencyKey.HEADER
                                + "\" has run; its outcome is no longer kept. Nothing was sent."));
    }
}

package dev.eventtester.tester;

import dev.eventtester.delivery.Courier;
import dev.eventtester.idempotency.FirstOutcome;
import dev.eventtester.limit.Admission;
import dev.eventtester.limit.LiveSendGuard;
import dev.eventtester.outcome.Outcomes;
import dev.eventtester.outcome.document.OutcomeDocument;
import dev.eventtester.progress.Progress;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Begins tests. One that has begun runs to its end and is stored, whether or not anybody still waits for it. */
@ApplicationScoped
class EventTester {

    private static final Logger LOG = Logger.getLogger(EventTester.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_RETRIES = 10;

    private final LiveSendGuard guard;
    private final Intake intake;
    private final Courier courier;
    private final Outcomes outcomes;
    private final FirstOutcome firstOutcome;
    private final RunningTests running;
    private final Vertx vertx;

    EventTester(
            LiveSendGuard guard,
            Intake intake,
            Courier courier,
            Outcomes outcomes,
            FirstOutcome firstOutcome,
            RunningTests running,
            Vertx vertx) {
        this.guard = guard;
        this.intake = intake;
        this.courier = courier;
        this.outcomes = outcomes;
        this.firstOutcome = firstOutcome;
        this.running = running;
        this.vertx = vertx;
    }

    /**
     * A test that has begun, by this request or by an earlier one with the same key.
     *
     * @param current the exact document as it is now
     * @param end the exact document once the test has ended
     */
    record Started(UUID outcomeId, Uni<String> current, Uni<String> end) {}

    /** Begins a test. If this fails, nothing was stored or sent. */
    Uni<Started> start(TestOrder order, Progress progress) {
        Admission admission = guard.admission(order.caller().workspaceId());
        Detached place = Detached.from(vertx);
        return place.begin(() -> intake.take(order, admission)
                .onFailure()
                .invoke(admission::close)
                .map(taken -> taken.plan()
                        .map(plan -> begun(plan, place, progress, admission))
                        .orElseGet(() -> repeated(taken.outcomeId(), progress))));
    }

    private Started begun(TestPlan plan, Detached place, Progress progress, Admission admission) {
        running.begun();
        TestRun run = new TestRun(plan, courier, vertx, progress, admission);
        Uni<String> end = place.begin(() -> run.run()
                .chain(document -> store(document, place))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure,
                        "The test %s could not be brought to its end",
                        plan.intent().id()))
                .onTermination()
                .invoke(() -> {
                    admission.close();
                    progress.ended();
                    running.ended();
                }));
        return new Started(plan.intent().id(), Uni.createFrom().item(plan.intent()::text), end);
    }

    private Started repeated(UUID first, Progress progress) {
        progress.ended();
        return new Started(first, firstOutcome.asItIs(first), firstOutcome.atItsEnd(first));
    }

    /** Calls have been made, so an outage of the database is waited for: what they gave must not be lost. */
    private Uni<String> store(OutcomeDocument document, Detached place) {
        return Uni.createFrom()
                .deferred(() -> Panache.withSession(() -> outcomes.complete(document)))
                .runSubscriptionOn(place.executor())
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(MOST_RETRIES);
    }
}

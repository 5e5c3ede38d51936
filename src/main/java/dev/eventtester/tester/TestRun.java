package dev.eventtester.tester;

import dev.eventtester.delivery.Courier;
import dev.eventtester.delivery.Delivery;
import dev.eventtester.delivery.secret.Redaction;
import dev.eventtester.limit.Admission;
import dev.eventtester.outcome.document.MappingVerdict;
import dev.eventtester.outcome.document.OutcomeDocument;
import dev.eventtester.outcome.document.Summary;
import dev.eventtester.outcome.document.Verdict;
import dev.eventtester.progress.Progress;
import dev.eventtester.tester.mapping.MappingPlan;
import dev.eventtester.tester.mapping.MappingResult;
import dev.eventtester.tester.mapping.MappingTest;
import dev.eventtester.tester.overview.Identities;
import dev.eventtester.tester.overview.Notes;
import dev.eventtester.tester.overview.UnusedMembers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/**
 * One test on its way: every mapping at the same time, none able to hide another's result. Used once; its results come
 * in on one Vert.x context.
 */
final class TestRun {

    private static final Logger LOG = Logger.getLogger(TestRun.class);

    private final TestPlan plan;
    private final Courier courier;
    private final Vertx vertx;
    private final Progress progress;
    private final Admission admission;
    private final InstantSource clock = InstantSource.system();
    private final long startedNanos = System.nanoTime();
    private int done;

    TestRun(TestPlan plan, Courier courier, Vertx vertx, Progress progress, Admission admission) {
        this.plan = plan;
        this.courier = courier;
        this.vertx = vertx;
        this.progress = progress;
        this.admission = admission;
    }

    /** The document of the whole test; never fails for what a mapping or a destination does. */
    Uni<OutcomeDocument> run() {
        if (plan.mappings().isEmpty()) {
            return Uni.createFrom().item(() -> gathered(List.of()));
        }
        Redaction redaction = Redaction.of(plan.destination().secrets());
        List<Uni<MappingResult>> tests = plan.each().stream()
                .map(mapping -> test(mapping, redaction).invoke(this::completed))
                .toList();
        return Uni.join()
                .all(tests)
                .usingConcurrencyOf(tests.size())
                .andCollectFailures()
                .map(this::gathered);
    }

    private Uni<MappingResult> test(MappingPlan mapping, Redaction redaction) {
        Delivery delivery = plan.sends() ? courier.open(redaction) : courier.prepare(redaction);
        MappingTest test = new MappingTest(mapping, delivery, redaction, clock);
        return offEventLoop(() -> {
                    test.evaluate();
                    return test;
                })
                .chain(MappingTest::deliver)
                .onFailure()
                .recoverWithItem(failure -> broken(mapping, failure));
    }

    private <T> Uni<T> offEventLoop(Callable<T> work) {
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }

    private static MappingResult broken(MappingPlan plan, Throwable failure) {
        LOG.errorf(failure, "The test of mapping %s broke", plan.mapping().id());
        return MappingResult.broken(plan.mapping());
    }

    private void completed(MappingResult result) {
        admission.callEnded();
        done++;
        progress.mapping(done, plan.mappings().size(), result.json());
    }

    private OutcomeDocument gathered(List<MappingResult> results) {
        List<MappingVerdict> verdicts =
                results.stream().map(MappingResult::verdict).toList();
        Summary summary = Summary.of(
                verdicts,
                results.stream().mapToInt(MappingResult::calls).sum(),
                results.stream().mapToInt(MappingResult::succeededCalls).sum(),
                results.stream().mapToInt(MappingResult::failedCalls).sum(),
                Identities.of(plan.event(), results));
        long millis = (System.nanoTime() - startedNanos) / 1_000_000;
        return plan.intent()
                .completed(
                        Verdict.of(verdicts),
                        millis,
                        summary,
                        Notes.afterwards(results),
                        UnusedMembers.of(plan.unmarked().document(), plan.mappings()),
                        results.stream().map(MappingResult::json).toList());
    }
}

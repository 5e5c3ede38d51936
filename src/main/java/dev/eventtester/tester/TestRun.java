package dev.eventtester.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.delivery.Courier;
import dev.eventtester.delivery.Delivery;
import dev.eventtester.delivery.Redaction;
import dev.eventtester.destination.ConfiguredMapping;
import dev.eventtester.limit.Admission;
import dev.eventtester.outcome.MappingVerdict;
import dev.eventtester.outcome.OutcomeDocument;
import dev.eventtester.outcome.Stage;
import dev.eventtester.outcome.Summary;
import dev.eventtester.outcome.Verdict;
import dev.eventtester.progress.Progress;
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
        List<Uni<MappingResult>> tests = plan.mappings().stream()
                .map(mapping -> test(mapping, redaction).invoke(this::completed))
                .toList();
        return Uni.join()
                .all(tests)
                .usingConcurrencyOf(tests.size())
                .andCollectFailures()
                .map(this::gathered);
    }

    private Uni<MappingResult> test(ConfiguredMapping mapping, Redaction redaction) {
        Delivery delivery = plan.sends() ? courier.open(redaction) : courier.prepare(redaction);
        MappingTest test = new MappingTest(plan, mapping, delivery, redaction, clock);
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

    private static MappingResult broken(ConfiguredMapping mapping, Throwable failure) {
        LOG.errorf(failure, "The test of mapping %s broke", mapping.id());
        StageLog stages = new StageLog();
        stages.failed(Stage.DELIVERY, "The service failed here, calls may have been made; its log says why.");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        MappingReport.identify(mapping, json);
        json.put("verdict", MappingVerdict.FAILED.name());
        json.set("stages", stages.toJson());
        json.putArray("calls");
        return new MappingResult(MappingVerdict.FAILED, json, mapping.name(), null, 0, 0, 0);
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

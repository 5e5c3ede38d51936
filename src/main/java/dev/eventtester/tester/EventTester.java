package dev.eventtester.tester;

import dev.eventtester.access.Caller;
import dev.eventtester.delivery.Courier;
import dev.eventtester.delivery.Delivery;
import dev.eventtester.delivery.Redaction;
import dev.eventtester.destination.ConfiguredMapping;
import dev.eventtester.outcome.MappingVerdict;
import dev.eventtester.outcome.OutcomeDocument;
import dev.eventtester.outcome.Outcomes;
import dev.eventtester.outcome.Summary;
import dev.eventtester.outcome.Verdict;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs tests: every mapping at the same time, none able to hide another's result. */
@ApplicationScoped
class EventTester {

    private final Planner planner;
    private final Courier courier;
    private final Outcomes outcomes;
    private final Vertx vertx;
    private final InstantSource clock = InstantSource.system();

    EventTester(Planner planner, Courier courier, Outcomes outcomes, Vertx vertx) {
        this.planner = planner;
        this.courier = courier;
        this.outcomes = outcomes;
        this.vertx = vertx;
    }

    /** Tests every enabled mapping of a destination. */
    Uni<OutcomeDocument> testAll(Caller caller, String destinationId, TestRequest request) {
        return planner.allEnabled(caller, destinationId, request).chain(this::run);
    }

    /** Tests one mapping. */
    Uni<OutcomeDocument> testOne(Caller caller, String destinationId, String mappingId, TestRequest request) {
        return planner.one(caller, destinationId, mappingId, request).chain(this::run);
    }

    private Uni<OutcomeDocument> run(TestPlan plan) {
        long startedNanos = System.nanoTime();
        return fanOut(plan)
                .map(results -> gathered(plan, results, startedNanos))
                .call(this::store);
    }

    private Uni<List<MappingResult>> fanOut(TestPlan plan) {
        if (plan.mappings().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Redaction redaction = Redaction.of(plan.destination().secrets());
        List<Uni<MappingResult>> tests = plan.mappings().stream()
                .map(mapping -> test(plan, mapping, redaction))
                .toList();
        return Uni.join().all(tests).usingConcurrencyOf(tests.size()).andCollectFailures();
    }

    private Uni<MappingResult> test(TestPlan plan, ConfiguredMapping mapping, Redaction redaction) {
        Delivery delivery = plan.sends() ? courier.open(redaction) : courier.prepare(redaction);
        MappingTest test = new MappingTest(plan, mapping, delivery, clock);
        return offEventLoop(() -> {
                    test.evaluate();
                    return test;
                })
                .chain(MappingTest::deliver);
    }

    private <T> Uni<T> offEventLoop(Callable<T> work) {
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }

    private static OutcomeDocument gathered(TestPlan plan, List<MappingResult> results, long startedNanos) {
        List<MappingVerdict> verdicts =
                results.stream().map(MappingResult::verdict).toList();
        Summary summary = Summary.of(
                verdicts,
                results.stream().mapToInt(MappingResult::calls).sum(),
                results.stream().mapToInt(MappingResult::succeededCalls).sum(),
                results.stream().mapToInt(MappingResult::failedCalls).sum());
        long millis = (System.nanoTime() - startedNanos) / 1_000_000;
        return plan.intent()
                .completed(
                        Verdict.of(verdicts),
                        millis,
                        summary,
                        Notes.afterwards(results),
                        UnusedMembers.of(plan.event().document(), plan.mappings()),
                        results.stream().map(MappingResult::json).toList());
    }

    private Uni<Void> store(OutcomeDocument document) {
        return Panache.withTransaction(() -> outcomes.complete(document));
    }
}

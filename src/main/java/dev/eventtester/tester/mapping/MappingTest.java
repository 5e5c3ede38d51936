package dev.eventtester.tester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.Prediction;
import dev.eventtester.delivery.Delivery;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.secret.Redaction;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.field.FieldChange;
import dev.eventtester.field.Validation;
import dev.eventtester.mapping.Resolution;
import dev.eventtester.outcome.document.Stage;
import dev.eventtester.trigger.Explanation;
import dev.eventtester.trigger.InvalidTriggerException;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes one mapping through its stages. Whatever goes wrong becomes part of its result, so that it never touches another
 * mapping's. Used once; the evaluation and the delivery follow each other, never at the same time.
 */
public final class MappingTest {

    private static final Logger LOG = Logger.getLogger(MappingTest.class);
    private static final String BUG = "The service failed here; its log says why.";

    private final MappingPlan plan;
    private final ConfiguredMapping mapping;
    private final Delivery delivery;
    private final Redaction redaction;
    private final InstantSource clock;
    private final StageLog stages = new StageLog();
    private final List<FieldChange> changes = new ArrayList<>();
    private final long startedNanos = System.nanoTime();

    private Explanation explanation;
    private Resolution resolution;
    private JsonNode payload = MissingNode.getInstance();
    private JsonNode settings;
    private Prediction prediction;
    private boolean notMatched;

    public MappingTest(MappingPlan plan, Delivery delivery, Redaction redaction, InstantSource clock) {
        this.plan = plan;
        this.mapping = plan.mapping();
        this.delivery = delivery;
        this.redaction = redaction;
        this.clock = clock;
    }

    /** Everything that needs no call. May compute for some milliseconds, so it does not belong on an event loop. */
    public void evaluate() {
        Stage stage = Stage.TRIGGER;
        try {
            if (!triggerLetsIn()) {
                return;
            }
            stage = Stage.MAPPING;
            if (!mapped()) {
                return;
            }
            stage = Stage.VALIDATION;
            if (!validated()) {
                return;
            }
            stage = Stage.REQUEST;
            checkSettings();
            if (!stages.hasFailed() && !plan.sends()) {
                predict();
            }
        } catch (RuntimeException e) {
            broken(stage, e);
        }
    }

    private boolean triggerLetsIn() {
        try {
            explanation = mapping.compiled().trigger().explain(plan.event().document());
        } catch (InvalidTriggerException e) {
            stages.failed(Stage.TRIGGER, "The trigger is not valid: " + e.getMessage());
            return false;
        }
        if (explanation.error().isPresent()) {
            stages.failed(Stage.TRIGGER, explanation.error().get());
            return false;
        }
        if (explanation.matched()) {
            stages.passed(Stage.TRIGGER);
            return true;
        }
        String miss = explanation.nearestMiss().orElse("The event does not meet the trigger.");
        if (plan.ignoreTrigger()) {
            stages.skipped(Stage.TRIGGER, "The trigger was ignored on request. " + miss);
            return true;
        }
        notMatched = true;
        stages.failed(Stage.TRIGGER, miss);
        return false;
    }

    private boolean mapped() {
        resolution = mapping.compiled().mapping().explain(plan.event().document(), clock);
        if (resolution.error() != null) {
            stages.failed(Stage.MAPPING, resolution.error());
            return false;
        }
        payload = resolution.value();
        stages.passed(Stage.MAPPING);
        return true;
    }

    private boolean validated() {
        Validation validation = mapping.action().fields().validate(payload.deepCopy(), changes);
        if (validation instanceof Validation.Valid valid) {
            payload = valid.payload();
            stages.passed(Stage.VALIDATION);
            return true;
        }
        stages.failed(
                Stage.VALIDATION,
                validation.errors().stream()
                        .map(error ->
                                new StageLog.Reason(error.field().isEmpty() ? null : error.field(), error.message()))
                        .toList());
        return false;
    }

    private void checkSettings() {
        Validation validation = plan.destination()
                .definition()
                .settings()
                .validateSettings(plan.destination().settings().deepCopy());
        if (validation instanceof Validation.Valid valid) {
            settings = valid.payload();
        } else {
            stages.failed(
                    Stage.REQUEST,
                    validation.errors().stream()
                            .map(error -> new StageLog.Reason("settings." + error.field(), error.message()))
                            .toList());
        }
    }

    private void predict() {
        try {
            prediction = mapping.action().action().predict(input()).orElse(null);
        } catch (ActionException e) {
            stages.failed(Stage.REQUEST, e.getMessage());
        }
    }

    /** Makes the calls, or prepares them; completes with the result, and never fails. */
    public Uni<MappingResult> deliver() {
        if (settings == null || stages.hasFailed()) {
            return Uni.createFrom().item(this::result);
        }
        return Uni.createFrom()
                .deferred(() -> mapping.action().action().perform(input(), delivery::send))
                .invoke(this::delivered)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> Uni.createFrom().voidItem().invoke(() -> failed(failure)))
                .map(done -> result());
    }

    private ActionInput input() {
        return new ActionInput(payload, settings, plan.event().document(), clock);
    }

    private void delivered() {
        stages.passed(Stage.REQUEST);
        if (prediction != null && !prediction.accepted()) {
            stages.failed(
                    Stage.DELIVERY,
                    prediction.discards().stream()
                            .map(discard -> StageLog.Reason.of(discard.message()))
                            .toList());
        } else if (plan.sends()) {
            stages.passed(Stage.DELIVERY);
        } else {
            stages.skipped(Stage.DELIVERY, "This test only validates: nothing was sent.");
        }
    }

    private void failed(Throwable failure) {
        List<StageLog.Reason> failedCalls = delivery.calls().stream()
                .filter(call -> !CallVerdict.succeeded(call) && call.state() != Call.State.PREPARED)
                .map(call -> StageLog.Reason.of(CallVerdict.why(plan.callId(call), call)))
                .toList();
        if (failure instanceof DeliveryException || (failure instanceof ActionException && !failedCalls.isEmpty())) {
            stages.passed(Stage.REQUEST);
            stages.failed(Stage.DELIVERY, failedCalls.isEmpty() ? reasons(failure) : failedCalls);
        } else if (failure instanceof ActionException) {
            stages.failed(Stage.REQUEST, reasons(failure));
        } else {
            broken(Stage.REQUEST, failure);
        }
    }

    private static List<StageLog.Reason> reasons(Throwable failure) {
        return List.of(StageLog.Reason.of(failure.getMessage()));
    }

    private void broken(Stage stage, Throwable failure) {
        LOG.errorf(failure, "The test of mapping %s broke", mapping.id());
        stages.failed(stage, BUG);
    }

    private MappingResult result() {
        long millis = (System.nanoTime() - startedNanos) / 1_000_000;
        return new MappingReport(plan, stages, explanation, resolution, changes, payload, prediction)
                .result(notMatched, delivery, redaction, millis);
    }
}

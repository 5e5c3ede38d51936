package dev.eventtester.tester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.Prediction;
import dev.eventtester.delivery.Delivery;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.secret.Redaction;
import dev.eventtester.event.JsonText;
import dev.eventtester.field.FieldChange;
import dev.eventtester.mapping.Resolution;
import dev.eventtester.outcome.document.MappingVerdict;
import dev.eventtester.trigger.Explanation;
import java.util.List;

/** Writes down what one mapping did. Parts that were not reached are null and left out. */
record MappingReport(
        MappingPlan plan,
        StageLog stages,
        Explanation explanation,
        Resolution resolution,
        List<FieldChange> changes,
        JsonNode payload,
        Prediction prediction) {

    MappingResult result(boolean notMatched, Delivery delivery, Redaction redaction, long millis) {
        List<Call> calls = delivery.calls();
        MappingVerdict verdict = verdict(notMatched);
        ObjectNode json = redacted(described(verdict, millis), redaction);
        json.put("connectionsOpened", delivery.connectionsOpened());
        ArrayNode made = json.putArray("calls");
        calls.forEach(call -> made.add(call.toJson().put("id", plan.callId(call))));
        int succeeded = (int) calls.stream().filter(CallVerdict::succeeded).count();
        int prepared = (int) calls.stream()
                .filter(call -> call.state() == Call.State.PREPARED)
                .count();
        return new MappingResult(
                verdict,
                json,
                plan.mapping().name(),
                LetIn.by(explanation),
                calls.size(),
                succeeded,
                calls.size() - succeeded - prepared);
    }

    private MappingVerdict verdict(boolean notMatched) {
        if (notMatched) {
            return MappingVerdict.NOT_MATCHED;
        }
        if (stages.hasFailed()) {
            return MappingVerdict.FAILED;
        }
        return plan.sends() ? MappingVerdict.SUCCEEDED : MappingVerdict.VALIDATED;
    }

    private ObjectNode described(MappingVerdict verdict, long millis) {
        ObjectNode json = MappingResult.intended(plan.mapping());
        json.put("verdict", verdict.name());
        json.put("durationMillis", millis);
        json.set("stages", stages.toJson());
        json.set("trigger", trigger());
        json.set("fields", resolution == null ? json.arrayNode() : FieldReport.of(resolution, changes));
        ArrayNode warnings = json.putArray("warnings");
        plan.mapping().compiled().mapping().warnings().forEach(warning -> warnings.add(warning.toJson()));
        Membership.of(plan.event().document(), plan.mapping().compiled().settings())
                .ifPresent(membership -> json.set("audienceMembership", membership.toJson()));
        if (!payload.isMissingNode()) {
            json.set("payload", payload);
        }
        if (prediction != null) {
            json.set("prediction", predicted());
        }
        return json;
    }

    private ObjectNode trigger() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("expression", plan.mapping().compiled().expression());
        if (explanation == null) {
            json.put("matched", false);
        } else {
            json.setAll(explanation.toJson());
        }
        ArrayNode warnings = json.putArray("warnings");
        plan.mapping().compiled().triggerWarnings().forEach(warning -> warnings.add(warning.toJson()));
        return json;
    }

    private ObjectNode predicted() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("accepted", prediction.accepted());
        json.put("summary", prediction.summary());
        ArrayNode discards = json.putArray("discards");
        prediction
                .discards()
                .forEach(discard ->
                        discards.addObject().put("code", discard.code()).put("message", discard.message()));
        return json;
    }

    /** What a mapping made of the event may hold a secret as well, for example in a header's value. */
    private static ObjectNode redacted(ObjectNode json, Redaction redaction) {
        String text = json.toString();
        String redacted = redaction.apply(text);
        return redacted.equals(text) ? json : (ObjectNode) JsonText.parse(redacted);
    }
}

package dev.eventtester.actions.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.Action;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.Prediction;
import dev.eventtester.actions.Sender;
import dev.eventtester.actions.request.AnswerBody;
import dev.eventtester.actions.request.RequestDraft;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.json.JsText;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Segment Connections: sends one message to the Tracking API of the chosen region. */
public final class SegmentAction implements Action {

    private static final String DEFAULT_REGION = "north_america";

    private final String type;
    private final JsonNode endpoints;

    /**
     * @param type {@code track}, {@code identify}, {@code page}, {@code screen} or {@code group}
     * @param config the operator's addresses
     */
    public SegmentAction(String type, JsonNode config) {
        this.type = type;
        this.endpoints = config.path("segment").path("endpoints");
    }

    @Override
    public Uni<JsonNode> perform(ActionInput input, Sender send) {
        return Uni.createFrom().deferred(() -> send.send(request(input))).map(AnswerBody::expected);
    }

    private OutgoingRequest request(ActionInput input) {
        ObjectNode message = SegmentMessage.of(type, input.payload());
        if (!TrackingRules.isIdentified(message)) {
            throw ActionException.invalidPayload("Either `Anonymous ID` or `User ID` must be defined.");
        }
        String region = input.settings().path("endpoint").asText(DEFAULT_REGION);
        JsonNode base = endpoints.path(region);
        if (!base.isTextual()) {
            throw ActionException.invalidPayload(
                    "A valid endpoint must be selected. Please check your Segment settings.");
        }
        return RequestDraft.post(base.textValue() + "/" + type)
                .basic(JsText.of(input.settings().path("source_write_key")), "")
                .json(message)
                .build();
    }

    @Override
    public Optional<Prediction> predict(ActionInput input) {
        List<Prediction.Discard> discards = TrackingRules.judge(type, SegmentMessage.of(type, input.payload()));
        return Optional.of(new Prediction(discards));
    }
}

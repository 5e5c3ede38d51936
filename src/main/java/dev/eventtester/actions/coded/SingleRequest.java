package dev.eventtester.actions.coded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.actions.Action;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.Sender;
import dev.eventtester.actions.request.AnswerBody;
import dev.eventtester.delivery.call.OutgoingRequest;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** An action that makes exactly one request, built in Java. */
record SingleRequest(Function<ActionInput, OutgoingRequest> request) implements Action {

    @Override
    public Uni<JsonNode> perform(ActionInput input, Sender send) {
        return Uni.createFrom().deferred(() -> send.send(request.apply(input))).map(AnswerBody::expected);
    }
}

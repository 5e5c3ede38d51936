package dev.eventtester.actions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.Answer;
import dev.eventtester.delivery.OutgoingRequest;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** An action that makes exactly one request, built in Java. */
record SingleRequest(Function<ActionInput, OutgoingRequest> request) implements Action {

    @Override
    public Uni<JsonNode> perform(ActionInput input, Sender send) {
        return Uni.createFrom().deferred(() -> send.send(request.apply(input))).map(SingleRequest::data);
    }

    /**
     * The value of an answer.
     *
     * @throws ActionException if it is an error
     */
    static JsonNode data(Answer answer) {
        if (!answer.succeeded()) {
            throw ActionException.answered(answer);
        }
        return AnswerBody.of(answer);
    }
}

package dev.eventtester.actions.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eventtester.actions.Action;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.Sender;
import dev.eventtester.actions.request.AnswerBody;
import dev.eventtester.delivery.call.Answer;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** An action whose requests its definition declares. They are made in order; the first unexpected answer ends it. */
public final class DeclaredAction implements Action {

    private final List<DeclaredRequest> requests;
    private final JsonNode constants;
    private final JsonNode config;

    /**
     * @param constants what the definition names {@code constants}
     * @param config the operator's addresses, see {@code Catalog}
     */
    public DeclaredAction(List<DeclaredRequest> requests, JsonNode constants, JsonNode config) {
        this.requests = List.copyOf(requests);
        this.constants = constants;
        this.config = config;
    }

    @Override
    public Uni<JsonNode> perform(ActionInput input, Sender send) {
        return Uni.createFrom()
                .deferred(() -> from(0, new Scope(input, constants, config), MissingNode.getInstance(), send));
    }

    private Uni<JsonNode> from(int position, Scope scope, JsonNode data, Sender send) {
        int next = position;
        while (next < requests.size() && !requests.get(next).applies(scope)) {
            next++;
        }
        if (next == requests.size()) {
            return Uni.createFrom().item(data);
        }
        int current = next;
        return send.send(requests.get(current).build(scope))
                .onItem()
                .transformToUni(answer -> after(current, answer, scope, send));
    }

    private Uni<JsonNode> after(int position, Answer answer, Scope scope, Sender send) {
        DeclaredRequest request = requests.get(position);
        if (!request.goesOnAfter(answer)) {
            throw ActionException.answered(answer);
        }
        scope.answered(position, request.name(), answer);
        return from(position + 1, scope, AnswerBody.of(answer), send);
    }
}

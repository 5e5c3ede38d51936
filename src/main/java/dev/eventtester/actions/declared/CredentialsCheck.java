package dev.eventtester.actions.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.Sender;
import dev.eventtester.delivery.call.Answer;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** The request by which a destination tells whether it accepts its settings: 2xx means yes. */
public final class CredentialsCheck {

    /**
     * What the destination said.
     *
     * @param valid whether it accepts the settings
     * @param status the status of its answer
     * @param words its own words: status and body as text, possibly long; not redacted
     */
    public record Result(boolean valid, int status, String words) {}

    private final DeclaredRequest request;
    private final JsonNode constants;
    private final JsonNode config;

    public CredentialsCheck(DeclaredRequest request, JsonNode constants, JsonNode config) {
        this.request = request;
        this.constants = constants;
        this.config = config;
    }

    /**
     * Asks the destination. Fails with what the sender failed with, or an {@link ActionException} if nothing can be
     * asked.
     */
    public Uni<Result> check(JsonNode settings, InstantSource clock, Sender send) {
        return Uni.createFrom()
                .deferred(() -> {
                    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
                    ActionInput input = new ActionInput(nothing, settings, nothing, clock);
                    return send.send(request.build(new Scope(input, constants, config)));
                })
                .map(CredentialsCheck::result);
    }

    private static Result result(Answer answer) {
        String words = (answer.status() + " " + answer.statusText()).trim()
                + (answer.body().length == 0 ? "" : ": " + answer.text());
        return new Result(answer.succeeded(), answer.status(), words);
    }
}

package dev.eventtester.actions.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.request.AnswerBody;
import dev.eventtester.delivery.call.Answer;

/**
 * What the directives of declared requests see: {@code payload}, {@code settings}, {@code event}, {@code answers},
 * {@code constants} of the definition and the operator's {@code config}. Confined to one run of an action.
 */
final class Scope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ActionInput input;
    private final ObjectNode root = JSON.objectNode();
    private final ObjectNode answers = JSON.objectNode();

    Scope(ActionInput input, JsonNode constants, JsonNode config) {
        this.input = input;
        root.set("payload", input.payload());
        root.set("settings", input.settings());
        root.set("event", input.event());
        root.set("answers", answers);
        root.set("constants", constants);
        root.set("config", config);
    }

    ActionInput input() {
        return input;
    }

    JsonNode root() {
        return root;
    }

    /** Adds an answer under its request's position and, where it has one, its name. */
    void answered(int position, String name, Answer answer) {
        ObjectNode view = JSON.objectNode();
        view.put("status", answer.status());
        ObjectNode headers = view.putObject("headers");
        answer.headers().forEach((header, values) -> headers.put(header, String.join(", ", values)));
        view.set("body", AnswerBody.of(answer));
        answers.set(Integer.toString(position), view);
        if (!name.isEmpty()) {
            answers.set(name, view);
        }
    }
}

package dev.eventtester.actions.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.delivery.call.Answer;

/** The value of an answer's body, as the reference engine hands it to actions. */
public final class AnswerBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AnswerBody() {}

    /**
     * The value of an answer that must be 2xx.
     *
     * @throws ActionException if it is not
     */
    public static JsonNode expected(Answer answer) {
        if (!answer.succeeded()) {
            throw ActionException.answered(answer);
        }
        return of(answer);
    }

    /** The parsed body when its content type says JSON and it is some, otherwise its text. */
    public static JsonNode of(Answer answer) {
        String type = answer.header("content-type");
        // Compared as it stands: "APPLICATION/JSON" is read as text.
        if (type != null && type.contains("application/json")) {
            try {
                JsonNode value = JSON.readTree(answer.text());
                if (!value.isMissingNode()) {
                    return value;
                }
            } catch (JsonProcessingException notJson) {
                return TextNode.valueOf(answer.text());
            }
        }
        return TextNode.valueOf(answer.text());
    }
}

package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsJson;

/** {@code @json}. */
record Encoding(JsonNode mode, Expression value) implements Expression {

    @Override
    public JsonNode evaluate(JsonNode event, Evaluation run) {
        JsonNode plain = value.evaluate(event, run);
        // Validation lower-cases the mode, this does not (map-json-mode-1-a).
        return switch (mode.isTextual() ? mode.textValue() : "") {
            case "encode" -> plain.isMissingNode() ? plain : encode(plain, run.budget);
            case "decode" -> plain.isTextual() ? decode(plain, run.budget) : plain;
            default -> {
                run.absent("@json knows the modes encode and decode, not ", JsJson.stringify(mode));
                yield MissingNode.getInstance();
            }
        };
    }

    private static JsonNode encode(JsonNode value, Budget budget) {
        String json = JsJson.stringify(value, budget::spend);
        budget.spendText(json.length());
        return TextNode.valueOf(json);
    }

    private static JsonNode decode(JsonNode text, Budget budget) {
        JsonNode value = JsJson.parse(text.textValue(), budget::spend);
        return value.isMissingNode() ? text : value;
    }

    @Override
    public String origin() {
        return Expression.origin("@json of", value.origin());
    }
}

package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsType;

/** {@code @template}; a text that is known beforehand is parsed beforehand. */
sealed interface Template extends Expression {

    /** A template that the mapping spells out. */
    record Parsed(TemplateText template) implements Template {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            return TextNode.valueOf(template.expand(event, run.budget));
        }

        @Override
        public String origin() {
            return Expression.origin("@template", template.text());
        }
    }

    /** A template that another directive makes. */
    record Made(Expression text) implements Template {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            JsonNode made = text.evaluate(event, run);
            if (!made.isTextual()) {
                throw new MappingException(
                        "@template: expected string, got " + JsType.of(made).label());
            }
            return TextNode.valueOf(TemplateText.expand(made.textValue(), event, run.budget));
        }

        @Override
        public String origin() {
            return Expression.origin("@template made by", text.origin());
        }
    }
}

package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.Liquid;
import dev.eventtester.liquid.value.LiquidException;

/** Directives that make text. */
public sealed interface Wording extends Expression {

    /** {@code @template} with a text that the mapping spells out, parsed beforehand. */
    record Template(TemplateText template) implements Wording {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            return TextNode.valueOf(template.expand(event, run.budget));
        }

        @Override
        public String origin() {
            return Expression.origin("@template", template.text());
        }
    }

    /** {@code @template} with a text that another directive makes. */
    record MadeTemplate(Expression text) implements Wording {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            JsonNode made = text.evaluate(event, run);
            if (!made.isTextual()) {
                throw new DirectiveException(
                        "@template: expected string, got " + JsType.of(made).label());
            }
            return TextNode.valueOf(TemplateText.expand(made.textValue(), event, run.budget));
        }

        @Override
        public String origin() {
            return Expression.origin("@template made by", text.origin());
        }
    }

    /** {@code @case}; {@code value} is null when the mapping gives none that counts. */
    record Case(JsonNode operator, Expression value) implements Wording {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            if (value == null) {
                run.absent(() -> "@case has no value");
                return MissingNode.getInstance();
            }
            JsonNode plain = value.evaluate(event, run);
            if (!plain.isTextual()) {
                return plain;
            }
            String text = plain.textValue();
            run.budget.spend(1);
            run.budget.spendText(text.length());
            String name = operator.isTextual() ? operator.textValue() : "";
            return switch (name) {
                case "lower" -> TextNode.valueOf(JsText.lowerCase(text));
                case "upper" -> TextNode.valueOf(JsText.upperCase(text));
                default -> throw new DirectiveException("operator key should have a value of \"lower\" or \"upper\"");
            };
        }

        @Override
        public String origin() {
            return Expression.origin("@case of", value == null ? "nothing" : value.origin());
        }
    }

    /** {@code @liquid}; a template that does not parse fails only when it is reached. */
    record Rendered(String text, Liquid template) implements Wording {

        public static final int MAX_LENGTH = 1000;

        public static Expression of(String text) {
            if (text.isEmpty()) {
                return new Constant(TextNode.valueOf(""));
            }
            String origin = Expression.origin("@liquid", text);
            if (text.length() > MAX_LENGTH) {
                return new Failure("liquid template values are limited to 1000 characters", origin);
            }
            try {
                return new Rendered(text, Liquid.compile(text));
            } catch (LiquidException e) {
                return new Failure(e.getMessage(), origin);
            }
        }

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            run.budget.spend(1);
            try {
                return TextNode.valueOf(template.render(event, run.clock, run.budget::spendLiquid));
            } catch (LiquidException e) {
                throw new DirectiveException(e.getMessage());
            }
        }

        @Override
        public String origin() {
            return Expression.origin("@liquid", text);
        }
    }
}

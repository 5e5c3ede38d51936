package dev.eventtester.filter.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The functions of the filter language. A value of the wrong type gives null, or false where a condition is meant. */
enum Function {
    CONTAINS(2, values -> flag(areTexts(values) && text(values, 0).contains(text(values, 1)))),
    MATCH(2, values -> flag(areTexts(values) && Glob.matches(text(values, 0), text(values, 1)))),
    LENGTH(1, values -> length(values.get(0))),
    LOWERCASE(1, values -> changed(values.get(0), text -> text.toLowerCase(Locale.ROOT))),
    UPPERCASE(1, values -> changed(values.get(0), text -> text.toUpperCase(Locale.ROOT))),
    SNAKECASE(1, values -> changed(values.get(0), text -> text.replace(' ', '_'))),
    KEBABCASE(1, values -> changed(values.get(0), text -> text.replace(' ', '-'))),
    TITLECASE(1, values -> changed(values.get(0), Function::title)),
    TYPEOF(1, values -> TextNode.valueOf(type(values.get(0)))),
    BOOL(1, values -> flag(isSomething(values.get(0)))),
    STRING(
            1,
            values -> TextNode.valueOf(
                    values.get(0).isContainerNode()
                            ? values.get(0).toString()
                            : values.get(0).asText(""))),
    NUMBER(1, values -> number(values.get(0)));

    private static final int LONGEST_NUMBER = 40;

    private final int arguments;
    private final Body body;

    Function(int arguments, Body body) {
        this.arguments = arguments;
        this.body = body;
    }

    private interface Body {
        JsonNode apply(List<JsonNode> values);
    }

    static Optional<Function> named(String name) {
        for (Function function : values()) {
            if (function.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    int arguments() {
        return arguments;
    }

    JsonNode apply(List<JsonNode> values) {
        return body.apply(values);
    }

    private static boolean areTexts(List<JsonNode> values) {
        return values.stream().allMatch(JsonNode::isTextual);
    }

    private static String text(List<JsonNode> values, int index) {
        return values.get(index).textValue();
    }

    private static JsonNode flag(boolean value) {
        return BooleanNode.valueOf(value);
    }

    private static JsonNode changed(JsonNode value, UnaryOperator<String> change) {
        return value.isTextual() ? TextNode.valueOf(change.apply(value.textValue())) : NullNode.instance;
    }

    private static JsonNode length(JsonNode value) {
        if (value.isTextual()) {
            return IntNode.valueOf(value.textValue().getBytes(StandardCharsets.UTF_8).length);
        }
        return value.isArray() || value.isNull() ? IntNode.valueOf(value.size()) : NullNode.instance;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case ARRAY -> "list";
            case BOOLEAN -> "bool";
            case OBJECT -> "object";
            default -> "null";
        };
    }

    private static boolean isSomething(JsonNode value) {
        if (value.isTextual()) {
            return !value.textValue().isEmpty() && !value.textValue().equals("false");
        }
        return value.isContainerNode() ? !value.isEmpty() : value.asBoolean(false);
    }

    private static JsonNode number(JsonNode value) {
        if (!value.isTextual()) {
            return value.isNumber() ? value : NullNode.instance;
        }
        String text = value.textValue().strip();
        try {
            return text.length() > LONGEST_NUMBER ? NullNode.instance : DecimalNode.valueOf(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return NullNode.instance;
        }
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder(text);
        for (int i = 0; i < title.length(); i++) {
            if (i == 0 || title.charAt(i - 1) == ' ') {
                title.setCharAt(i, Character.toTitleCase(title.charAt(i)));
            }
        }
        return title.toString();
    }
}

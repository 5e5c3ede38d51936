package dev.eventtester.mapping.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsType;
import dev.eventtester.mapping.directive.Place;
import dev.eventtester.mapping.directive.Replacement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

/** The part of the linter that reads the options of directives. */
final class OptionLinter {

    /** What must count as true, or the directive fails although validation lets it pass. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "@case", List.of("operator"),
            "@flatten", List.of("separator"),
            "@merge", List.of("direction"),
            "@json", List.of("value"));

    private final Finding.Sink findings;

    OptionLinter(Finding.Sink findings) {
        this.findings = findings;
    }

    void check(String name, JsonNode options, Place at) {
        if (!options.isObject()) {
            return;
        }
        needed(name, options, at);
        switch (name) {
            case "@if" -> choice(options, at);
            case "@replace" -> replace(options, at);
            case "@json" -> lowerCase(options, "mode", Set.of("encode", "decode"), "the value becomes nothing", at);
            case "@merge" ->
                lowerCase(options, "direction", Set.of("left"), "it behaves as right: later objects win", at);
            case "@case" -> lowerCase(options, "operator", Set.of("lower", "upper"), "it fails for every text", at);
            default -> {}
        }
    }

    private void needed(String name, JsonNode options, Place at) {
        for (String field : NEEDED.getOrDefault(name, List.of())) {
            JsonNode option = options.path(field);
            if (!JsType.isTruthy(option)) {
                String what = "it fails whenever it is reached: " + name + " requires a \"" + field + "\" key";
                boolean literal = field.equals("value") && !option.isMissingNode();
                findings.add(literal ? at.to(field) : at, "option-missing", what, literal ? literal(option) : null);
            }
        }
    }

    private void choice(JsonNode options, Place at) {
        JsonNode exists = options.path("exists");
        if (!JsType.isTruthy(exists) && !JsType.isTruthy(options.path("blank"))) {
            String what = "it fails whenever it is reached: @if requires an \"exists\" key or a \"blank\" key";
            findings.add(at, "option-missing", what, null);
        } else if (options.has("exists") && options.has("blank")) {
            findings.add(at.to("blank"), "if-blank-ignored", "blank is ignored because exists is there", null);
        } else if (options.has("blank")) {
            String what = "then is used when the value is NOT blank, else when it is";
            findings.add(at, "if-blank-inverted", what, swapped(options));
        }
        if (exists.isTextual() && !exists.textValue().isEmpty()) {
            String what = "a text always exists, so then is always used";
            findings.add(at.to("exists"), "if-constant-condition", what, TextLinter.meant(exists.textValue()));
        }
        JsonNode otherwise = options.path("else");
        if (options.has("else") && !JsType.isTruthy(otherwise)) {
            String what = "an else of null, false, 0 or an empty text is ignored: there is no value then";
            findings.add(at.to("else"), "if-else-ignored", what, literal(otherwise));
        }
    }

    private static JsonNode swapped(JsonNode options) {
        ObjectNode swapped = JsonNodeFactory.instance.objectNode();
        for (Entry<String, JsonNode> option : options.properties()) {
            JsonNode value = option.getValue();
            switch (option.getKey()) {
                // A then that is falsy counts, an else only as a literal.
                case "then" -> swapped.set("else", JsType.isTruthy(value) ? value : literal(value));
                case "else" -> swapped.set("then", value);
                default -> swapped.set(option.getKey(), value);
            }
        }
        return swapped;
    }

    private static ObjectNode literal(JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set("@literal", value);
    }

    private void lowerCase(JsonNode options, String field, Set<String> words, String consequence, Place at) {
        JsonNode word = options.path(field);
        if (word.isTextual()) {
            String lower = word.textValue().toLowerCase(Locale.ROOT);
            if (words.contains(lower) && !lower.equals(word.textValue())) {
                String what = "only " + lower + " is known: " + consequence;
                findings.add(at.to(field), field + "-not-lower-case", what, TextNode.valueOf(lower));
            }
        }
    }

    private void replace(JsonNode options, Place at) {
        for (String field : List.of("replacement", "replacement2")) {
            String text = options.path(field).asText("");
            if (text.contains("$$") || text.contains("$&") || text.contains("$`") || text.contains("$'")) {
                String what = "$$, $&, $` and $' stand for a dollar, the match and what is before and after it";
                String literal = text.replace("$", "$$");
                boolean fits = literal.length() <= Replacement.MAX_LENGTH;
                findings.add(at.to(field), "replace-dollar", what, fits ? TextNode.valueOf(literal) : null);
            }
        }
    }
}

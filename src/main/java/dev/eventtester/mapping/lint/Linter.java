package dev.eventtester.mapping.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.liquid.Liquid;
import dev.eventtester.liquid.value.LiquidException;
import dev.eventtester.mapping.directive.Budget;
import dev.eventtester.mapping.directive.DirectiveException;
import dev.eventtester.mapping.directive.Directives;
import dev.eventtester.mapping.directive.EventPath;
import dev.eventtester.mapping.directive.Place;
import dev.eventtester.mapping.directive.Values;
import dev.eventtester.mapping.directive.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds what a mapping may say but what does something else than it seems to. */
public final class Linter {

    private static final int MAX_FINDINGS = 200;
    private static final Set<String> OF_THE_EVENT =
            Set.of("userId", "anonymousId", "messageId", "properties", "traits", "context");

    private static final Set<String> SHAPES_OF_THEIR_OWN = Set.of("@arrayPath", "@transform");

    private final Budget budget;
    private final Function<JsonNode, List<String>> validation;
    private final List<Finding> findings = new ArrayList<>();
    private final TextLinter texts = new TextLinter(this::warn);
    private final OptionLinter optionRules = new OptionLinter(this::warn);

    private Linter(Budget budget, Function<JsonNode, List<String>> validation) {
        this.budget = budget;
        this.validation = validation;
    }

    /**
     * Checks a mapping, valid or not.
     *
     * @param mapping nobody else may change it
     * @param budget what the check may cost; where it ends, a finding says so
     * @param validation the messages of the errors of a directive
     */
    public static List<Finding> check(JsonNode mapping, Budget budget, Function<JsonNode, List<String>> validation) {
        Linter linter = new Linter(budget, validation);
        JsonNode root = mapping.path(Directives.ROOT);
        if (root.size() == 1 && !root.has("@transform")) {
            linter.warn(
                    Place.ROOT.to(Directives.ROOT),
                    "root-directive-ignores-fields",
                    "only @transform as root directive evaluates the fields beside it; they are ignored here",
                    null);
        }
        try {
            linter.value(mapping, Place.ROOT, false);
        } catch (DirectiveException limit) {
            linter.warn(Place.ROOT, "not-all-checked", limit.getMessage(), null);
        }
        return List.copyOf(linter.findings);
    }

    private void warn(Place place, String code, String consequence, JsonNode rewrite) {
        if (findings.size() < MAX_FINDINGS) {
            JsonNode own = rewrite == null ? null : Values.privateCopy(rewrite, budget);
            findings.add(new Finding(place, code, consequence, own));
        }
    }

    private void value(JsonNode value, Place place, boolean inArray) {
        if (value.isTextual()) {
            texts.literal(value.textValue(), place);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(value.get(i), place.toIndex(i), true);
            }
        } else if (Directives.isMeant(value)) {
            directive(value, place, inArray);
        } else {
            members(value, place, inArray);
        }
    }

    private void members(JsonNode object, Place place, boolean inArray) {
        for (Entry<String, JsonNode> member : object.properties()) {
            value(member.getValue(), place.to(member.getKey()), inArray);
        }
    }

    private void directive(JsonNode directive, Place place, boolean inArray) {
        String name = Directives.name(directive);
        if (inArray && !isSoundInArray(name, directive, place)) {
            return;
        }
        JsonNode options = directive.get(name);
        Place at = place.to(name);
        optionRules.check(name, options, at);
        switch (name) {
            case "@path" -> textOr(options, at, text -> texts.path(text, at));
            case "@template" -> textOr(options, at, text -> texts.template(text, at));
            case "@liquid" -> textOr(options, at, text -> liquid(text, at));
            case "@arrayPath" -> arrayPath(options, at);
            case "@replace" -> value(options.path("value"), at.to("value"), false);
            default -> value(options, at, false);
        }
    }

    private void textOr(JsonNode option, Place at, Consumer<String> check) {
        if (option.isTextual()) {
            check.accept(option.textValue());
        } else {
            value(option, at, false);
        }
    }

    /** Arrays are not validated, so what is wrong there shows only when it runs, and not always as an error. */
    private boolean isSoundInArray(String name, JsonNode directive, Place place) {
        if (Directives.hasForeignKeys(directive)) {
            ObjectNode alone = JsonNodeFactory.instance.objectNode();
            alone.set(name, directive.get(name));
            String what = "inside an array an object with " + name + " and other keys is plain data, not a directive";
            warn(place, "array-directive-with-other-keys", what, alone);
            return false;
        }
        if (Directives.count(directive) > 1) {
            String what = "inside an array only the first directive, " + name + ", is used";
            warn(place, "array-several-directives", what, null);
        }
        if (!Directives.NAMES.contains(name)) {
            unknown(name, directive, place);
            return false;
        }
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.set(name, directive.get(name));
        for (String error : validation.apply(alone)) {
            String what = "arrays are not checked before the mapping runs; it will fail or yield nothing: ";
            warn(place, "array-invalid-directive", what + error, null);
        }
        return true;
    }

    private void unknown(String name, JsonNode directive, Place place) {
        ObjectNode meant = null;
        for (String known : Directives.NAMES) {
            if (known.equalsIgnoreCase(name.trim())) {
                meant = JsonNodeFactory.instance.objectNode();
                meant.set(known, directive.get(name));
            }
        }
        String what = "inside an array an unknown directive is found only when the mapping runs, and then it fails";
        warn(place, "array-unknown-directive", what, meant);
    }

    private void liquid(String text, Place at) {
        texts.liquid(text, at);
        if (text.length() > Wording.Rendered.MAX_LENGTH) {
            warn(at, "liquid-too-long", "templates of more than 1000 characters fail", null);
            return;
        }
        budget.spendTemplate(text.length());
        try {
            Liquid.compile(text);
        } catch (LiquidException e) {
            warn(at, "liquid-invalid", "the template fails whenever it is reached: " + e.getMessage(), null);
        }
    }

    private void arrayPath(JsonNode options, Place at) {
        JsonNode source = options.path(0);
        textOr(source, at.toIndex(0), text -> texts.path(text, at.toIndex(0)));
        JsonNode shape = options.path(1);
        boolean whole =
                source.isTextual() && EventPath.inDirective(source.textValue()).length() == 0;
        if (!whole && shape.isObject()) {
            shape(shape, at.toIndex(1));
        }
        value(shape, at.toIndex(1), false);
    }

    private void shape(JsonNode shape, Place place) {
        for (Entry<String, JsonNode> member : shape.properties()) {
            Place at = place.to(member.getKey());
            if (member.getKey().equals("@path") && member.getValue().isTextual()) {
                String first =
                        EventPath.inDirective(member.getValue().textValue()).first();
                if (OF_THE_EVENT.contains(first)) {
                    String what = "paths of a shape start at the item; the event's " + first + " is out of reach";
                    warn(at, "array-path-reads-event", what, null);
                }
            } else if (member.getValue().isObject() && !SHAPES_OF_THEIR_OWN.contains(member.getKey())) {
                shape(member.getValue(), at);
            }
        }
    }
}

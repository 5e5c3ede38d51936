package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsType;
import dev.eventtester.mapping.directive.Budget;
import dev.eventtester.mapping.directive.Directives;
import dev.eventtester.mapping.directive.Place;
import dev.eventtester.mapping.directive.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;

/**
 * The check of a whole mapping before it runs. Arrays are not looked into (case map-val-in-array-1-a): what is wrong
 * there fails when it is reached.
 */
final class Validation {

    private final Budget budget;
    private final List<MappingError> errors = new ArrayList<>();

    private Validation(Budget budget) {
        this.budget = budget;
    }

    static List<MappingError> check(JsonNode mapping, Budget budget) {
        Validation validation = new Validation(budget);
        validation.value(mapping, Place.ROOT);
        return List.copyOf(validation.errors);
    }

    private void value(JsonNode value, Place place) {
        if (!value.isObject()) {
            return;
        }
        budget.spend(value.size() + 1);
        if (Directives.isMeant(value)) {
            directive(value, place);
        } else {
            members(value, place);
        }
    }

    private void members(JsonNode object, Place place) {
        for (Entry<String, JsonNode> member : JsJson.members(object)) {
            value(member.getValue(), place.to(member.getKey()));
        }
    }

    private void directive(JsonNode directive, Place place) {
        int count = Directives.count(directive);
        if (count > 1 || Directives.hasForeignKeys(directive)) {
            int keys = count > 1 ? count : directive.size();
            wrong(place, "should only have one @-prefixed key but it has " + keys + " keys");
            return;
        }
        String name = Directives.name(directive);
        if (Directives.NAMES.contains(name)) {
            options(name, directive.get(name), place.to(name));
        } else {
            wrong(place, "has an invalid directive: " + name);
        }
    }

    private void options(String name, JsonNode options, Place place) {
        switch (name) {
            case "@path", "@template" -> textOrDirective(options, place);
            case "@literal", "@excludeWhenNull" -> {
                if (Directives.isMeant(options)) {
                    value(options, place);
                }
            }
            case "@liquid" -> is(options, "string", place);
            case "@arrayPath" -> arrayPath(options, place);
            default -> objectOptions(name, options, place);
        }
    }

    private void textOrDirective(JsonNode value, Place place) {
        if (Directives.isMeant(value)) {
            value(value, place);
        } else if (!value.isTextual()) {
            wrong(place, "should be a string or a mapping directive but it is " + a(value));
        }
    }

    private void arrayPath(JsonNode options, Place place) {
        if (!is(options, "array", place)) {
            return;
        }
        int before = errors.size();
        textOrDirective(options.path(0), place.toIndex(0));
        if (errors.size() == before) {
            value(options.path(1), place.toIndex(1));
        }
    }

    private void objectOptions(String name, JsonNode options, Place place) {
        if (!is(options, "object", place)) {
            return;
        }
        int before = errors.size();
        budget.spend(options.size() + 1);
        members(options, place);
        if (errors.size() == before) {
            fields(name, options, place);
        }
    }

    private void fields(String name, JsonNode options, Place place) {
        switch (name) {
            case "@case" -> {
                optional(options, "operator", "string", place);
                optionalTextOrDirective(options, "value", place);
            }
            case "@replace" -> replaceFields(options, place);
            case "@json" -> {
                required(options, "value", place);
                if (required(options, "mode", place)) {
                    oneOf(options, "mode", List.of("encode", "decode"), place);
                }
            }
            case "@flatten" -> {
                optional(options, "separator", "string", place);
                required(options, "value", place);
            }
            case "@merge" -> mergeFields(options, place);
            case "@transform" -> {
                requiredObject(options, "apply", place);
                requiredObject(options, "mapping", place);
            }
            default -> {}
        }
    }

    private void replaceFields(JsonNode options, Place place) {
        if (required(options, "pattern", place) && optional(options, "pattern", "string", place)) {
            length(options, "pattern", 1, place);
        }
        if (options.has("replacement") && optional(options, "replacement", "string", place)) {
            length(options, "replacement", 0, place);
        }
        if (required(options, "value", place)) {
            optionalTextOrDirective(options, "value", place);
        }
        optional(options, "ignorecase", "boolean", place);
        optional(options, "global", "boolean", place);
    }

    private void mergeFields(JsonNode options, Place place) {
        int before = errors.size();
        if (options.has("direction")) {
            oneOf(options, "direction", List.of("left", "right"), place);
        }
        if (required(options, "objects", place)) {
            optional(options, "objects", "array", place);
        }
        for (int i = 0; i < options.path("objects").size() && errors.size() == before; i++) {
            JsonNode object = options.get("objects").get(i);
            Place at = place.to("objects").toMergedObject(i);
            budget.spend(1);
            if (object.isObject()) {
                value(object, at);
            } else {
                wrong(at, "should be a object or a mapping directive but it is " + a(object));
            }
        }
    }

    private void requiredObject(JsonNode options, String field, Place place) {
        if (required(options, field, place) && !options.get(field).isObject()) {
            wrong(place.to(field), "should be a object or a mapping directive but it is " + a(options.get(field)));
        }
    }

    private boolean required(JsonNode options, String field, Place place) {
        if (!options.has(field)) {
            wrong(place, "should have field \"" + field + "\" but it doesn't");
            return false;
        }
        return true;
    }

    private boolean optional(JsonNode options, String field, String kind, Place place) {
        return !options.has(field) || is(options.get(field), kind, place.to(field));
    }

    private void optionalTextOrDirective(JsonNode options, String field, Place place) {
        JsonNode value = options.path(field);
        if (options.has(field) && !Directives.isMeant(value)) {
            textOrDirective(value, place.to(field));
        }
    }

    private void oneOf(JsonNode options, String field, List<String> allowed, Place place) {
        JsonNode value = options.get(field);
        if (is(value, "string", place.to(field))
                && !Set.copyOf(allowed).contains(value.textValue().toLowerCase(Locale.ROOT))) {
            String quoted = JsJson.stringify(value);
            wrong(place.to(field), "should be one of " + String.join(", ", allowed) + " but it is " + quoted);
        }
    }

    private void length(JsonNode options, String field, int least, Place place) {
        int length = options.get(field).textValue().length();
        if (length < least) {
            wrong(place.to(field), "should be a string of length " + least + " or greater");
        } else if (length > Replacement.MAX_LENGTH) {
            wrong(place.to(field), "should be a string of length " + Replacement.MAX_LENGTH + " or less");
        }
    }

    private boolean is(JsonNode value, String kind, Place place) {
        // Whoever expects an array calls a directive an object (map-ap-invalid-2-a).
        String actual = kind.equals("array") ? JsType.of(value).label() : Directives.kind(value);
        if (actual.equals(kind)) {
            return true;
        }
        wrong(place, "should be " + a(kind) + " but it is " + a(actual));
        return false;
    }

    private static String a(JsonNode value) {
        return a(Directives.kind(value));
    }

    private static String a(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
    }

    private void wrong(Place place, String text) {
        String message = place.words() + " " + text + ".";
        String pointer = place.pointer();
        budget.spendText(message.length() + pointer.length());
        errors.add(new MappingError(pointer, message));
    }
}

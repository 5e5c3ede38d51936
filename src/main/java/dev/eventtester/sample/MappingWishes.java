package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.field.FieldSet;
import dev.eventtester.field.definition.FieldDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the places in the event that a mapping reads, with what its fields take there. */
final class MappingWishes {

    private static final String ROOT_DIRECTIVE = "__segment_internal_directive";
    private static final String INTERNAL = "__segment_internal_";
    private static final int MAX_WISHES = 300;
    private static final int MAX_READERS = 8;
    private static final int MAX_DEPTH = 60;
    private static final FieldDefinition OBJECT = FieldDefinition.of(
            JsonNodeFactory.instance.objectNode().put("label", "").put("type", "object"));
    private static final String FIRST_ITEM = "0";

    /**
     * Where paths start.
     *
     * @param names the way from the event, for the items of a list
     * @param made what {@code @transform} makes first, missing for the event itself
     * @param outer where the paths in {@code made} start
     */
    private record Start(List<String> names, JsonNode made, Start outer) {

        static final Start EVENT = new Start(List.of(), MissingNode.getInstance(), null);
    }

    private final List<Wish> wishes = new ArrayList<>();
    private final Map<List<String>, Integer> readersOfPlace = new HashMap<>();
    private String field = "";
    private List<String> unless;

    private MappingWishes() {}

    /** The wishes, deepest places first, the narrowest of each place first. */
    static List<Wish> of(JsonNode mapping, FieldSet fields) {
        MappingWishes all = new MappingWishes();
        if (mapping.has(ROOT_DIRECTIVE)) {
            all.value(rootDirective(mapping), null, Start.EVENT, 0);
        } else if (isDirective(mapping)) {
            all.value(mapping, null, Start.EVENT, 0);
        } else {
            mapping.properties().forEach(member -> {
                all.field = member.getKey();
                if (!all.field.startsWith(INTERNAL)) {
                    all.value(member.getValue(), fields.definitions().get(all.field), Start.EVENT, 0);
                }
            });
        }
        all.wishes.sort(Comparator.comparingInt((Wish wish) -> -wish.names().size())
                .thenComparingInt(wish -> -wish.strictness()));
        return all.wishes;
    }

    /** The members beside a root directive are the mapping that it works on. */
    private static JsonNode rootDirective(JsonNode mapping) {
        JsonNode directive = mapping.get(ROOT_DIRECTIVE).deepCopy();
        ObjectNode others = mapping.deepCopy();
        others.remove(ROOT_DIRECTIVE);
        directive.forEach(options -> {
            if (options instanceof ObjectNode object) {
                object.set("mapping", others);
            }
        });
        return directive;
    }

    private static boolean isDirective(JsonNode value) {
        return value.isObject()
                && value.properties().stream()
                        .anyMatch(member -> member.getKey().startsWith("@"));
    }

    private void value(JsonNode value, FieldDefinition definition, Start start, int depth) {
        if (depth > MAX_DEPTH || wishes.size() >= MAX_WISHES) {
            return;
        }
        if (value.isArray()) {
            value.forEach(item -> value(item, definition, start, depth + 1));
        } else if (isDirective(value)) {
            value.properties()
                    .forEach(member -> directive(member.getKey(), member.getValue(), definition, start, depth));
        } else if (value.isObject()) {
            Map<String, FieldDefinition> members = members(definition);
            value.properties()
                    .forEach(member -> value(member.getValue(), members.get(member.getKey()), start, depth + 1));
        }
    }

    private static Map<String, FieldDefinition> members(FieldDefinition definition) {
        return definition == null ? Map.of() : definition.properties().orElse(Map.of());
    }

    private void directive(String name, JsonNode option, FieldDefinition definition, Start start, int depth) {
        switch (name) {
            case "@path" -> path(option, definition, start, depth);
            case "@template" -> template(option, definition, start, depth);
            case "@liquid" -> LiquidPaths.in(option.asText()).forEach(path -> wish(path, null, start));
            case "@if" -> choice(option, definition, start, depth);
            case "@case", "@replace" -> value(option.path("value"), definition, start, depth + 1);
            case "@arrayPath" -> arrayPath(option, definition, start, depth);
            case "@json" -> value(option.path("value"), null, start, depth + 1);
            case "@flatten" -> value(option.path("value"), OBJECT, start, depth + 1);
            case "@merge" -> option.path("objects").forEach(object -> value(object, definition, start, depth + 1));
            case "@transform" -> {
                value(option.path("apply"), null, start, depth + 1);
                Start made = new Start(List.of(), option.path("apply"), start);
                value(option.path("mapping"), definition, made, depth + 1);
            }
            case "@literal", "@excludeWhenNull" -> value(option, definition, start, depth + 1);
            default -> {}
        }
    }

    private void path(JsonNode option, FieldDefinition definition, Start start, int depth) {
        if (option.isTextual()) {
            wish(option.textValue(), definition, start);
        } else {
            value(option, null, start, depth + 1);
        }
    }

    /** A template that is one placeholder gives the field what the place holds; in any other, texts will do. */
    private void template(JsonNode option, FieldDefinition definition, Start start, int depth) {
        if (!option.isTextual()) {
            value(option, null, start, depth + 1);
            return;
        }
        String text = option.textValue();
        int open = text.indexOf("{{");
        while (open >= 0) {
            int begin = text.startsWith("{{{", open) ? open + 3 : open + 2;
            int close = text.indexOf("}}", begin);
            if (close < 0) {
                return;
            }
            boolean alone = open == 0 && close + (begin - open) == text.length();
            wish(text.substring(begin, close).trim(), alone ? definition : null, start);
            open = text.indexOf("{{", close + 2);
        }
    }

    /** Without a path of its own the condition takes the field of the branch that it guards. */
    private void choice(JsonNode option, FieldDefinition definition, Start start, int depth) {
        JsonNode condition = option.has("exists") ? option.path("exists") : option.path("blank");
        boolean sameAsBranch = condition.equals(option.path("then"));
        value(condition, sameAsBranch ? definition : null, start, depth + 1);
        value(option.path("then"), definition, start, depth + 1);
        List<String> before = unless;
        JsonNode path = option.path("exists").path("@path");
        unless = path.isTextual() ? resolve(path.textValue(), start) : before;
        value(option.path("else"), definition, start, depth + 1);
        unless = before;
    }

    /** A section of the event is no list; the engine takes it as the only item of one. */
    private void arrayPath(JsonNode option, FieldDefinition definition, Start start, int depth) {
        JsonNode path = option.path(0);
        JsonNode shape = option.path(1);
        if (path.isObject() && path.path("@path").isTextual()) {
            path = path.get("@path");
        }
        if (!path.isTextual()) {
            value(path, null, start, depth + 1);
            return;
        }
        List<String> names = resolve(path.textValue(), start);
        if (names == null || names.isEmpty()) {
            return;
        }
        if (shape.isObject() && !shape.isEmpty()) {
            List<String> item = new ArrayList<>(names);
            if (names.size() > 1) {
                item.add(FIRST_ITEM);
            }
            value(shape, definition, new Start(item, MissingNode.getInstance(), null), depth + 1);
        } else {
            add(wish(names, definition));
        }
    }

    private void wish(String path, FieldDefinition definition, Start start) {
        List<String> names = resolve(path, start);
        if (names != null && !names.isEmpty()) {
            add(wish(names, definition));
        }
    }

    private Wish wish(List<String> names, FieldDefinition definition) {
        FieldSet check = definition == null ? null : FieldValue.check(definition);
        return new Wish(names, definition, check, field, unless);
    }

    private void add(Wish wish) {
        int readers = readersOfPlace.merge(wish.names(), 1, Integer::sum);
        if (wishes.size() < MAX_WISHES && readers <= MAX_READERS) {
            wishes.add(wish);
        }
    }

    /** The way from the event to a path's place; null where it does not lead into the event. */
    private static List<String> resolve(String path, Start start) {
        List<String> names = Places.split(path);
        JsonNode made = start.made;
        if (made.isMissingNode()) {
            List<String> all = new ArrayList<>(start.names);
            all.addAll(names);
            return all;
        }
        for (int i = 0; i <= names.size(); i++) {
            if (made.path("@path").isTextual()) {
                List<String> all = resolve(made.get("@path").textValue(), start.outer);
                if (all != null) {
                    all.addAll(names.subList(i, names.size()));
                }
                return all;
            }
            if (i == names.size() || isDirective(made)) {
                return null;
            }
            made = made.path(names.get(i));
        }
        return null;
    }
}

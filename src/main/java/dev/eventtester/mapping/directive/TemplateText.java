package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text with {@code {{{name}}}} and {@code {{name}}} in it. All triple ones are replaced first and all double ones are
 * replaced in the result, so what a triple one inserts is expanded once more (case map-tmpl-reexpand-1-a). Immutable.
 */
public final class TemplateText {

    /** One piece: a text, or the name and path of a placeholder. */
    private record Part(String text, EventPath path, boolean triple) {}

    private final String text;
    private final List<Part> parts;
    /** Whether the second replacement is known before the first one is made. */
    private final boolean separate;

    private TemplateText(String text, List<Part> parts, boolean separate) {
        this.text = text;
        this.parts = parts;
        this.separate = separate;
    }

    public static TemplateText parse(String text) {
        List<Part> parts = new ArrayList<>();
        boolean triples = false;
        boolean separate = true;
        int done = 0;
        for (int at = next(text, 0, 3); at >= 0; at = next(text, done, 3)) {
            triples = true;
            separate &= addDoubles(text.substring(done, at), parts);
            int close = text.indexOf('}', at);
            parts.add(placeholder(text, at + 3, close, true));
            done = close + 3;
        }
        separate &= addDoubles(text.substring(done), parts);
        return new TemplateText(text, List.copyOf(parts), separate || !triples);
    }

    /** Whether no brace is left that could open a placeholder together with what a triple one inserts. */
    private static boolean addDoubles(String text, List<Part> parts) {
        boolean separate = true;
        int done = 0;
        for (int at = next(text, 0, 2); at >= 0; at = next(text, done, 2)) {
            separate &= addText(text.substring(done, at), parts);
            int close = text.indexOf('}', at);
            parts.add(placeholder(text, at + 2, close, false));
            done = close + 2;
        }
        return separate & addText(text.substring(done), parts);
    }

    private static boolean addText(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, null, false));
        }
        return text.indexOf('{') < 0;
    }

    String text() {
        return text;
    }

    /** The paths that are read as far as they are known without an event. */
    public List<EventPath> paths() {
        return placeholders().map(Part::path).toList();
    }

    /** The names of the placeholders, trimmed. */
    public List<String> names() {
        return placeholders().map(Part::text).toList();
    }

    private Stream<Part> placeholders() {
        return parts.stream().filter(part -> part.path != null);
    }

    String expand(JsonNode event, Budget budget) {
        if (!separate || event.isMissingNode()) {
            return expand(text, event, budget);
        }
        budget.spend(parts.size() + 1);
        StringBuilder expanded = new StringBuilder(text.length() + 16);
        for (Part part : parts) {
            if (part.path == null) {
                expanded.append(part.text);
                continue;
            }
            int start = expanded.length();
            append(part.path.in(event), expanded, budget);
            if (part.triple && expanded.indexOf("{", start) >= 0) {
                return expand(text, event, budget);
            }
        }
        budget.spendText(expanded.length());
        return expanded.toString();
    }

    /** Both replacements of a text that is known only now. */
    static String expand(String text, JsonNode event, Budget budget) {
        // The name of the whole event is an object even where there is none; @path has nothing then.
        JsonNode data = Values.orNoEvent(event);
        return replace(replace(text, 3, data, budget), 2, data, budget);
    }

    private static String replace(String text, int braces, JsonNode event, Budget budget) {
        budget.spendText(text.length());
        int at = next(text, 0, braces);
        if (at < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length() + 16);
        int done = 0;
        while (at >= 0) {
            int close = text.indexOf('}', at);
            budget.spend(close - at);
            replaced.append(text, done, at);
            append(placeholder(text, at + braces, close, false).path.in(event), replaced, budget);
            done = close + braces;
            at = next(text, done, braces);
        }
        return replaced.append(text, done, text.length()).toString();
    }

    private static void append(JsonNode value, StringBuilder to, Budget budget) {
        if (!JsType.isNullish(value)) {
            String text = JsText.of(value, budget::spend);
            budget.spendText(text.length());
            to.append(text);
        }
    }

    private static Part placeholder(String text, int start, int end, boolean triple) {
        String name = JsText.trim(text.substring(start, end));
        return new Part(name, EventPath.inTemplate(name), triple);
    }

    /** Where the next placeholder begins whose name has a character and no closing brace; -1 if there is none. */
    private static int next(String text, int from, int braces) {
        String open = braces == 3 ? "{{{" : "{{";
        String end = braces == 3 ? "}}}" : "}}";
        int at = text.indexOf(open, from);
        while (at >= 0) {
            int close = text.indexOf('}', at);
            if (close < 0) {
                return -1;
            }
            if (close > at + braces && text.startsWith(end, close)) {
                return at;
            }
            // Every start before this brace meets the same brace and fails as well.
            at = text.indexOf(open, close + 1);
        }
        return -1;
    }
}

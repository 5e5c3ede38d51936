package dev.eventtester.trigger.sketch;

import dev.eventtester.trigger.sketch.Mark.Kind;
import dev.eventtester.trigger.sketch.Sketch.Compare;
import java.util.List;
import java.util.Locale;

/** Decides what a function call means: contains and match, and those that authors expect beside them. */
final class FunctionReader {

    private final Notes notes;
    private final boolean grouped;

    FunctionReader(Notes notes, boolean grouped) {
        this.notes = notes;
        this.grouped = grouped;
    }

    /** Whether the engine knows this word as a function. */
    static boolean isFunction(Mark word) {
        return word.text().equals("contains") || word.text().equals("match");
    }

    Sketch of(Mark name, List<Mark> arguments, int end) {
        Relation operator = operator(name.text());
        boolean match = name.text().equals("match") || name.says("matches");
        boolean known = isFunction(name);
        if (!known) {
            notes.misread(
                    "unknown-function",
                    name.start(),
                    end,
                    "`" + name.text()
                            + "` is no function: it is ignored, and what its parentheses hold is read as conditions");
        } else if (grouped) {
            notes.misread(
                    "function-in-group",
                    name.start(),
                    end,
                    "a function inside parentheses ends the group with its own parenthesis");
        }
        int wanted = operator == Relation.EXISTS ? 1 : 2;
        if (arguments.size() != wanted || !arguments.get(0).is(Kind.WORD)) {
            if (known) {
                notes.misread("wrong-arguments", name.start(), end, "`" + name.text() + "` takes a field and a text");
            }
            return new Sketch.Unknown();
        }
        Field field = Field.of(arguments.get(0), notes);
        if (field == null || (operator == Relation.UNKNOWN && !match)) {
            return new Sketch.Unknown();
        }
        noteDropped(name, field, arguments.get(0));
        if (operator == Relation.EXISTS) {
            return new Compare(field.path(), Relation.EXISTS, "");
        }
        Mark value = arguments.get(1);
        return match ? match(field, value) : new Compare(field.path(), operator, SketchWriter.text(value.text()));
    }

    private void noteDropped(Mark name, Field field, Mark argument) {
        if (field.member().equals("type") && isFunction(name)) {
            notes.misread(
                    "ignored-function",
                    argument.start(),
                    argument.end(),
                    "functions do not look at `type`: the condition is ignored");
        }
    }

    private static Relation operator(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace("_", "")) {
            case "contains", "includes" -> Relation.CONTAINS;
            case "startswith" -> Relation.STARTS_WITH;
            case "endswith" -> Relation.ENDS_WITH;
            case "exists" -> Relation.EXISTS;
            default -> Relation.UNKNOWN;
        };
    }

    private Sketch match(Field field, Mark value) {
        String pattern = value.text();
        boolean start = pattern.startsWith("*");
        boolean end = pattern.endsWith("*");
        String inner =
                pattern.substring(start ? 1 : 0, end && pattern.length() > 1 ? pattern.length() - 1 : pattern.length());
        if (pattern.length() > 2 && start && end && inner.indexOf('*') < 0) {
            notes.misread(
                    "match-both-stars",
                    value.start(),
                    value.end(),
                    "only the last star counts: this tests for a text that starts with `*" + inner + "`");
            return new Compare(field.path(), Relation.CONTAINS, SketchWriter.text(inner));
        }
        if (inner.indexOf('*') >= 0 && pattern.length() > 1) {
            notes.misread(
                    "match-inner-star",
                    value.start(),
                    value.end(),
                    "a star inside a pattern stands for itself; only one at the start or the end is a wildcard");
            return new Sketch.Unknown();
        }
        if (!start && !end) {
            String rest = pattern.isEmpty() ? "" : pattern.substring(1);
            notes.misread(
                    "match-without-star",
                    value.start(),
                    value.end(),
                    "without a star the first character is dropped and the ending is tested: this holds for every text"
                            + " that ends with `"
                            + rest + "`");
            return new Compare(field.path(), Relation.EQUALS, SketchWriter.text(pattern));
        }
        if (pattern.equals("*")) {
            inner = "";
            end = true;
        }
        return new Compare(field.path(), end ? Relation.STARTS_WITH : Relation.ENDS_WITH, SketchWriter.text(inner));
    }
}

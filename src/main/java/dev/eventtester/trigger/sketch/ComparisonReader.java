package dev.eventtester.trigger.sketch;

import dev.eventtester.json.JsNumber;
import dev.eventtester.trigger.sketch.Sketch.Compare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Decides what comparing a field with a value means, and notes where the engine or the data may see it otherwise. */
final class ComparisonReader {

    private static final int MAX_DIGITS = 40;

    private final Field field;
    private final Notes notes;

    ComparisonReader(Field field, Notes notes) {
        this.field = field;
        this.notes = notes;
    }

    Sketch of(Relation operator, Mark value) {
        return switch (operator) {
            case EQUALS, NOT_EQUALS -> equality(operator == Relation.EQUALS, value);
            case EXISTS, NOT_EXISTS, IS_TRUE, IS_FALSE -> compare(operator, "");
            case NUMBER_EQUALS, NUMBER_NOT_EQUALS, LESS, AT_MOST, GREATER, AT_LEAST -> ordering(operator, value);
            case UNKNOWN -> new Sketch.Unknown();
            default -> compare(operator, SketchWriter.text(value.text()));
        };
    }

    private Compare compare(Relation operator, String value) {
        return new Compare(field.path(), operator, value);
    }

    private Sketch equality(boolean equal, Mark value) {
        if (value.is(Mark.Kind.NUMBER)) {
            return number(equal, value);
        }
        if (value.is(Mark.Kind.TEXT)) {
            return text(equal, value);
        }
        if (value.says("null")) {
            return nothing(equal, noteCase(value));
        }
        if (value.says("true") || value.says("false")) {
            return truth(equal, noteCase(value));
        }
        return compare(equal ? Relation.EQUALS : Relation.NOT_EQUALS, SketchWriter.text(value.text()));
    }

    private Mark noteCase(Mark keyword) {
        if (!keyword.text().equals(keyword.text().toLowerCase(Locale.ROOT))) {
            notes.misread(
                    "keyword-case",
                    keyword.start(),
                    keyword.end(),
                    "`" + keyword.text() + "` is no keyword but a text; keywords are lower case");
        }
        return keyword;
    }

    private Sketch text(boolean equal, Mark value) {
        String text = value.text();
        Compare same = compare(equal ? Relation.EQUALS : Relation.NOT_EQUALS, SketchWriter.text(text));
        if (!field.isSection()) {
            return same;
        }
        String number = number(text);
        if (number != null) {
            notes.advise(
                    "quoted-number",
                    value.start(),
                    value.end(),
                    "this compares with the text \"" + text + "\"; the number " + number
                            + " in an event never equals it");
            return equal ? loosened(same, compare(Relation.NUMBER_EQUALS, number)) : same;
        }
        return switch (text) {
            case "true", "false" -> {
                notes.advise(
                        "quoted-boolean",
                        value.start(),
                        value.end(),
                        "this compares with the text \"" + text + "\"; the boolean " + text
                                + " in an event never equals it");
                yield equal
                        ? loosened(same, compare(text.equals("true") ? Relation.IS_TRUE : Relation.IS_FALSE, ""))
                        : same;
            }
            case "null" -> {
                notes.advise(
                        "quoted-null",
                        value.start(),
                        value.end(),
                        "this compares with the text \"null\"; a missing value is tested with null without quotes");
                yield loosened(same, compare(equal ? Relation.NOT_EXISTS : Relation.EXISTS, ""));
            }
            default -> same;
        };
    }

    private static Compare loosened(Compare same, Compare other) {
        boolean instead = same.operator() == Relation.NOT_EQUALS;
        Sketch looser = instead ? other : new Sketch.Any(List.of(same, other));
        return new Compare(same.path(), same.operator(), same.value(), looser);
    }

    private Sketch number(boolean equal, Mark value) {
        String number = number(value.text());
        if (number == null) {
            return new Sketch.Unknown();
        }
        if (field.isSection()) {
            return compare(equal ? Relation.NUMBER_EQUALS : Relation.NUMBER_NOT_EQUALS, number);
        }
        notes.advise(
                "number-as-text",
                value.start(),
                value.end(),
                "this compares with a text; a number in the event's " + field.member() + " never equals it");
        Compare same = compare(equal ? Relation.EQUALS : Relation.NOT_EQUALS, SketchWriter.text(number));
        return equal ? loosened(same, compare(Relation.NUMBER_EQUALS, number)) : same;
    }

    private Sketch nothing(boolean isNull, Mark value) {
        if (field.isTextual()) {
            notes.misread(
                    "null-as-text",
                    value.start(),
                    value.end(),
                    "null is the text \"null\" for " + field.member() + ": this does not test whether it is missing");
        }
        return compare(isNull ? Relation.NOT_EXISTS : Relation.EXISTS, "");
    }

    private Sketch truth(boolean equal, Mark value) {
        boolean wanted = value.says("true");
        boolean booleans = field.isSection() || field.member().equals("userId");
        if (!booleans) {
            notes.advise(
                    "boolean-as-text",
                    value.start(),
                    value.end(),
                    "this compares with the text \"" + wanted + "\"; a boolean never equals it");
            return compare(equal ? Relation.EQUALS : Relation.NOT_EQUALS, "\"" + wanted + "\"");
        }
        Compare is = compare(wanted ? Relation.IS_TRUE : Relation.IS_FALSE, "");
        if (equal) {
            return is;
        }
        notes.misread(
                "boolean-inequality",
                value.start(),
                value.end(),
                "`!= " + wanted + "` compares with the text \"" + wanted + "\": it holds for the boolean " + wanted
                        + " too");
        return is.negated();
    }

    private Sketch ordering(Relation operator, Mark value) {
        String number = number(value.text());
        if (number == null) {
            notes.advise(
                    "ordering-against-text",
                    value.start(),
                    value.end(),
                    "only numbers are compared this way, and "
                            + (value.says("true") || value.says("false")
                                    ? "true and false count as 1 and 0"
                                    : "this value is none: the condition never holds"));
            return new Sketch.Unknown();
        }
        return compare(operator, number);
    }

    /** The number that a text spells, in plain digits, or null. */
    private static String number(String text) {
        double number = JsNumber.parse(text);
        if (text.isBlank() || text.length() > MAX_DIGITS || Double.isNaN(number) || Double.isInfinite(number)) {
            return null;
        }
        double magnitude = Math.abs(number);
        if (magnitude != 0 && (magnitude < 1e-20 || magnitude > 1e30)) {
            return null;
        }
        boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        return plain && !text.startsWith(".") && !text.endsWith(".")
                ? text
                : new BigDecimal(JsNumber.text(number)).toPlainString();
    }
}

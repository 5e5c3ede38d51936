package dev.eventtester.trigger.sketch;

import dev.eventtester.trigger.sketch.Mark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one condition: a comparison in any spelling, or a function. */
final class ConditionReader {

    private final Cursor cursor;
    private final Notes notes;
    private final boolean grouped;

    ConditionReader(Cursor cursor, Notes notes, boolean grouped) {
        this.cursor = cursor;
        this.notes = notes;
        this.grouped = grouped;
    }

    /** The condition at the current mark, or null if there is none and one mark was passed over. */
    Sketch read() {
        Mark left = cursor.take();
        if (left.is(Kind.WORD)) {
            boolean called =
                    cursor.peek().is(Kind.OPEN) && !Field.isSection(left.names().get(0));
            return called ? function(left) : comparison(left);
        }
        if (left.is(Kind.TEXT) || left.is(Kind.NUMBER)) {
            return valueFirst(left);
        }
        notes.misread(
                "ignored-character",
                left.start(),
                left.end(),
                "`" + left.text() + "` has no meaning here and is ignored");
        return null;
    }

    private Sketch valueFirst(Mark value) {
        if (!startsOperator(cursor.peek())) {
            notes.misread("ignored-value", value.start(), value.end(), "a value without a field before it is ignored");
            return new Sketch.Unknown();
        }
        Mark sign = cursor.take();
        Mark field = cursor.take();
        notes.misread(
                "value-first",
                value.start(),
                field.end(),
                "the field must come first: the value and the operator before it are ignored");
        Relation operator = Relation.of(sign.text());
        if (!field.is(Kind.WORD) || operator != Relation.EQUALS && operator != Relation.NOT_EQUALS) {
            return new Sketch.Unknown();
        }
        return compare(field, operator, value);
    }

    private Sketch comparison(Mark field) {
        if (!startsOperator(cursor.peek())) {
            return bare(field);
        }
        List<Mark> words = operatorWords();
        Mark first = words.get(0);
        Mark last = words.get(words.size() - 1);
        StringBuilder spelled = new StringBuilder();
        words.forEach(word -> spelled.append(spelled.isEmpty() ? "" : " ").append(word.text()));
        String text = spelled.toString();
        boolean negative = text.toLowerCase(Locale.ROOT).startsWith("not in");
        if (negative || text.equalsIgnoreCase("in")) {
            noteUnknown(first, last, text);
            return oneOf(field, negative);
        }
        Relation operator = Relation.of(text);
        if (!Relation.isKnown(text)) {
            noteUnknown(first, last, text);
        }
        Mark value = value(field, last);
        return value == null || operator == Relation.UNKNOWN ? unknown(field) : compare(field, operator, value);
    }

    private Sketch unknown(Mark field) {
        Field.of(field, notes);
        return new Sketch.Unknown();
    }

    private Sketch compare(Mark field, Relation operator, Mark value) {
        Field place = Field.of(field, notes);
        return place == null ? new Sketch.Unknown() : new ComparisonReader(place, notes).of(operator, value);
    }

    private void noteUnknown(Mark first, Mark last, String text) {
        boolean sign = first.is(Kind.OPERATOR);
        notes.misread(
                sign ? "unsupported-operator" : "unknown-operator",
                first.start(),
                last.end(),
                "`" + text
                        + (sign
                                ? "` is read as another operator and part of the value"
                                : "` is no operator: the condition never holds"));
    }

    private static boolean startsOperator(Mark mark) {
        boolean sign = mark.is(Kind.OPERATOR)
                && !mark.isAnd()
                && !mark.isOr()
                && !mark.text().equals("!");
        return sign || (mark.is(Kind.WORD) && mark.names().size() == 1 && !mark.isAnd() && !mark.isOr());
    }

    /** Up to three words that are one operator: {@code is not}, {@code not contains}, {@code starts with}. */
    private List<Mark> operatorWords() {
        List<Mark> words = new ArrayList<>(List.of(cursor.take()));
        boolean more = words.get(0).is(Kind.WORD);
        while (more
                && words.size() < 3
                && cursor.peek().is(Kind.WORD)
                && Relation.continues(
                        words.get(words.size() - 1).text(), cursor.peek().text())) {
            words.add(cursor.take());
        }
        return words;
    }

    private Sketch bare(Mark word) {
        Field place = Field.of(word, notes);
        if (place != null) {
            notes.misread(
                    "missing-value",
                    word.start(),
                    word.end(),
                    "an operator and a value must follow; whatever comes next is taken for them");
        }
        return new Sketch.Unknown();
    }

    private Mark value(Mark field, Mark operator) {
        Mark value = cursor.peek();
        if (value.is(Kind.TEXT) || value.is(Kind.NUMBER)) {
            return cursor.take();
        }
        if (!value.is(Kind.WORD) || value.isAnd() || value.isOr()) {
            notes.misread(
                    "missing-value",
                    field.start(),
                    operator.end(),
                    "no value follows: whatever comes next is taken for it, at the end the text `eos`");
            return null;
        }
        return words(cursor.take());
    }

    /** A text without quotes may have been meant to go on. */
    private Mark words(Mark first) {
        StringBuilder text = new StringBuilder(first.text());
        Mark last = first;
        while (cursor.peek().is(Kind.WORD)
                && !cursor.peek().isAnd()
                && !cursor.peek().isOr()
                && !Field.isField(cursor.peek())
                && !cursor.peek().isNot()
                && !FunctionReader.isFunction(cursor.peek())) {
            last = cursor.take();
            text.append(' ').append(last.text());
        }
        if (last == first) {
            return first;
        }
        notes.misread(
                "unquoted-text",
                first.start(),
                last.end(),
                "only the first word is the value, the others are ignored; quote the text");
        return new Mark(Kind.TEXT, text.toString(), List.of(), first.start(), last.end());
    }

    private Sketch oneOf(Mark field, boolean negative) {
        List<Sketch> alternatives = new ArrayList<>();
        if (cursor.peek().is(Kind.LIST_OPEN) || cursor.peek().is(Kind.OPEN)) {
            cursor.take();
            while (!cursor.peek().is(Kind.LIST_CLOSE)
                    && !cursor.peek().is(Kind.CLOSE)
                    && !cursor.peek().is(Kind.END)) {
                Mark item = cursor.take();
                if (!item.is(Kind.COMMA)) {
                    boolean value = item.is(Kind.TEXT) || item.is(Kind.NUMBER) || item.is(Kind.WORD);
                    alternatives.add(value ? compare(field, Relation.EQUALS, item) : new Sketch.Unknown());
                }
            }
            cursor.take();
        }
        Sketch any = alternatives.isEmpty() ? unknown(field) : new Sketch.Any(alternatives);
        return negative ? any.negated() : any;
    }

    private Sketch function(Mark name) {
        Mark open = cursor.take();
        List<Mark> arguments = arguments();
        Mark close = cursor.peek();
        if (close.is(Kind.CLOSE)) {
            cursor.take();
        } else {
            notes.misread("unclosed-parenthesis", open.start(), open.end(), "this parenthesis is never closed");
        }
        Sketch sketch = new FunctionReader(notes, grouped).of(name, arguments, close.end());
        if (cursor.peek().is(Kind.OPERATOR) && startsOperator(cursor.peek())) {
            value(name, cursor.take());
            return new Sketch.Unknown();
        }
        return sketch;
    }

    private List<Mark> arguments() {
        List<Mark> arguments = new ArrayList<>();
        boolean separated = true;
        while (!cursor.peek().is(Kind.CLOSE) && !cursor.peek().is(Kind.END)) {
            Mark argument = cursor.take();
            if (argument.is(Kind.COMMA)) {
                separated = true;
                continue;
            }
            if (!separated) {
                notes.misread(
                        "missing-comma",
                        argument.start(),
                        argument.end(),
                        "arguments are taken by position, and this one stands where the comma belongs");
            }
            separated = false;
            arguments.add(argument);
        }
        return arguments;
    }
}

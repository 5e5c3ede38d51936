package dev.eventtester.trigger.sketch;

import dev.eventtester.trigger.sketch.Mark.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads marks with the precedence, nesting and negation that authors expect, and notes where the engine differs. */
final class SketchParser {

    private static final int MAX_DEPTH = 30;

    private final Cursor cursor;
    private final Notes notes;
    private int parentheses;

    private SketchParser(List<Mark> marks, Notes notes) {
        this.cursor = new Cursor(marks);
        this.notes = notes;
    }

    static Sketch parse(List<Mark> marks, Notes notes) {
        SketchParser parser = new SketchParser(marks, notes);
        List<Sketch> parts = new ArrayList<>();
        while (!parser.cursor.peek().is(Kind.END)) {
            parts.add(parser.level());
            if (parser.cursor.peek().is(Kind.CLOSE)) {
                Mark stray = parser.cursor.take();
                notes.misread(
                        "stray-parenthesis", stray.start(), stray.end(), "this parenthesis closes none and is ignored");
            }
        }
        return new Sketch.All(parts);
    }

    private Sketch level() {
        Level level = new Level(notes);
        while (!cursor.peek().is(Kind.CLOSE) && !cursor.peek().is(Kind.END)) {
            Mark mark = cursor.peek();
            if (mark.isAnd() || mark.isOr()) {
                cursor.take();
                level.join(mark, cursor.peek());
            } else {
                Sketch term = term(0);
                if (term != null) {
                    level.add(term, mark);
                }
            }
        }
        return level.sketch();
    }

    private Sketch term(int depth) {
        Mark mark = cursor.peek();
        if (depth + parentheses > MAX_DEPTH) {
            cursor.giveUp();
            return new Sketch.Unknown();
        }
        if (mark.isNot()) {
            return negation(cursor.take(), depth);
        }
        if (mark.is(Kind.OPEN)) {
            return group(cursor.take());
        }
        return new ConditionReader(cursor, notes, parentheses > 0).read();
    }

    private Sketch negation(Mark not, int depth) {
        Mark next = cursor.peek();
        boolean adjacent = not.text().equals("!") && next.start() == not.end();
        boolean function = next.is(Kind.WORD)
                && (next.text().equals("contains") || next.text().equals("match"));
        if (adjacent && !function) {
            notes.misread(
                    "ignored-negation",
                    not.start(),
                    not.end(),
                    "`!` negates only contains() and match(); here it is ignored");
        } else if (not.text().equals("!") && !adjacent) {
            notes.misread(
                    "stray-negation",
                    not.start(),
                    not.end(),
                    "`!` must stand right before contains or match; with a space after it the trigger is invalid");
        } else if (!adjacent) {
            notes.misread(
                    "ignored-negation", not.start(), not.end(), "`" + not.text() + "` is no keyword; it is ignored");
        }
        if (next.is(Kind.END) || next.is(Kind.CLOSE)) {
            return new Sketch.Unknown();
        }
        Sketch term = term(depth + 1);
        return term == null ? new Sketch.Unknown() : term.negated();
    }

    private Sketch group(Mark open) {
        if (parentheses > 0) {
            notes.misread(
                    "nested-parentheses",
                    open.start(),
                    open.end(),
                    "parentheses inside parentheses make the trigger invalid");
        }
        parentheses++;
        Sketch inner = level();
        parentheses--;
        if (!cursor.peek().is(Kind.CLOSE)) {
            notes.misread(
                    "unclosed-parenthesis",
                    open.start(),
                    open.end(),
                    "this parenthesis is never closed, which makes the trigger invalid");
            return inner;
        }
        Mark close = cursor.take();
        if (inner instanceof Sketch.All all && all.parts().isEmpty()) {
            notes.misread(
                    "empty-group",
                    open.start(),
                    close.end(),
                    "a group without a condition makes the evaluation fail once it is reached");
            return new Sketch.Unknown();
        }
        return inner;
    }
}

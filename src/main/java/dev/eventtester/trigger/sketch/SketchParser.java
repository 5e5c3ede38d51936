package dev.eventtester.trigger.sketch;

import dev.eventtester.trigger.sketch.Mark.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads marks with the precedence, nesting and negation that authors expect, and notes where the engine differs. */
final class SketchParser {

    private static final int MAX_DEPTH = 30;

    private final List<Mark> marks;
    private final Notes notes;
    private int at;
    private int parentheses;

    private SketchParser(List<Mark> marks, Notes notes) {
        this.marks = marks;
        this.notes = notes;
    }

    static Sketch parse(List<Mark> marks, Notes notes) {
        SketchParser parser = new SketchParser(marks, notes);
        List<Sketch> parts = new ArrayList<>();
        while (!parser.peek().is(Kind.END)) {
            parts.add(parser.level());
            if (parser.peek().is(Kind.CLOSE)) {
                Mark stray = parser.take();
                notes.misread(
                        "stray-parenthesis", stray.start(), stray.end(), "this parenthesis closes none and is ignored");
            }
        }
        return new Sketch.All(parts);
    }

    private Mark peek() {
        return marks.get(at);
    }

    private Mark take() {
        Mark mark = marks.get(at);
        at = Math.min(at + 1, marks.size() - 1);
        return mark;
    }

    private Sketch level() {
        Level level = new Level(notes);
        while (!peek().is(Kind.CLOSE) && !peek().is(Kind.END)) {
            Mark mark = peek();
            if (mark.isAnd() || mark.isOr()) {
                take();
                level.join(mark, peek());
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
        Mark mark = peek();
        if (depth + parentheses > MAX_DEPTH) {
            at = marks.size() - 1;
            return new Sketch.Unknown();
        }
        if (mark.isNot()) {
            return negation(take(), depth);
        }
        if (mark.is(Kind.OPEN)) {
            return group(take());
        }
        return new ConditionReader(notes, parentheses > 0).read(this::peek, this::take);
    }

    private Sketch negation(Mark not, int depth) {
        Mark next = peek();
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
        if (!peek().is(Kind.CLOSE)) {
            notes.misread(
                    "unclosed-parenthesis",
                    open.start(),
                    open.end(),
                    "this parenthesis is never closed, which makes the trigger invalid");
            return inner;
        }
        Mark close = take();
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

package dev.eventtester.trigger.sketch;

import java.util.ArrayList;
import java.util.List;

/** The conditions of one level of parentheses, joined with the usual precedence: {@code and} before {@code or}. */
final class Level {

    private final Notes notes;
    private final List<List<Sketch>> alternatives = new ArrayList<>();
    private Mark firstAnd;
    private Mark firstOr;
    private Mark last;
    private boolean joined = true;
    private int conditions;

    Level(Notes notes) {
        this.notes = notes;
        alternatives.add(new ArrayList<>());
    }

    void add(Sketch condition, Mark start) {
        if (!joined) {
            notes.misread(
                    "missing-operator",
                    start.start(),
                    start.end(),
                    "no `and` or `or` stands before this condition: it is joined like the others of its level");
        }
        alternatives.get(alternatives.size() - 1).add(condition);
        conditions++;
        joined = false;
    }

    void join(Mark operator, Mark next) {
        noteSpelling(operator, next);
        joined = true;
        last = operator;
        if (operator.isOr()) {
            firstOr = firstOr == null ? operator : firstOr;
            alternatives.add(new ArrayList<>());
        } else {
            firstAnd = firstAnd == null ? operator : firstAnd;
        }
    }

    private void noteSpelling(Mark operator, Mark next) {
        String text = operator.text();
        String meant = operator.isAnd() ? "and" : "or";
        if (operator.is(Mark.Kind.OPERATOR)) {
            notes.misread(
                    "unsupported-operator",
                    operator.start(),
                    operator.end(),
                    "`" + text + "` makes the trigger invalid; write " + meant);
        } else if (!text.equals(meant)) {
            notes.misread(
                    "keyword-case",
                    operator.start(),
                    operator.end(),
                    "`" + text + "` is no keyword and is ignored: only lower case " + meant + " joins conditions");
        } else if (next.is(Mark.Kind.OPEN) && next.start() == operator.end()) {
            notes.misread(
                    "keyword-without-space",
                    operator.start(),
                    operator.end(),
                    "`" + text + "` right before a parenthesis is no keyword and is ignored; put a space after it");
        }
    }

    Sketch sketch() {
        if (firstAnd != null && firstOr != null) {
            Mark overruled = last.isOr() ? firstAnd : firstOr;
            notes.misread(
                    "mixed-operators",
                    overruled.start(),
                    overruled.end(),
                    "`and` and `or` have no precedence: the last one, `" + last.text() + "`, joins all " + conditions
                            + " conditions of this level");
        }
        List<Sketch> parts = new ArrayList<>();
        for (List<Sketch> alternative : alternatives) {
            if (!alternative.isEmpty()) {
                parts.add(alternative.size() == 1 ? alternative.get(0) : new Sketch.All(List.copyOf(alternative)));
            }
        }
        if (parts.isEmpty()) {
            return new Sketch.All(List.of());
        }
        return parts.size() == 1 ? parts.get(0) : new Sketch.Any(parts);
    }
}

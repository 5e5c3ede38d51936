package dev.eventtester.trigger.sketch;

import java.util.List;

/** A place among marks; the last of them, the end, is never passed. */
final class Cursor {

    private final List<Mark> marks;
    private int at;

    Cursor(List<Mark> marks) {
        this.marks = marks;
    }

    Mark peek() {
        return marks.get(at);
    }

    Mark take() {
        Mark mark = marks.get(at);
        at = Math.min(at + 1, marks.size() - 1);
        return mark;
    }

    void giveUp() {
        at = marks.size() - 1;
    }
}

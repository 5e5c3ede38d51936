package dev.eventtester.trigger.sketch;

import java.util.ArrayList;
import java.util.List;

/** Collects what there is to say about a trigger's text. */
final class Notes {

    private final List<Note> notes = new ArrayList<>();

    /** The text does something else than it says. */
    void misread(String code, int start, int end, String consequence) {
        notes.add(new Note(code, start, end, consequence, false));
    }

    /** The text does what it says, which may not be what its author expects. */
    void advise(String code, int start, int end, String consequence) {
        notes.add(new Note(code, start, end, consequence, true));
    }

    List<Note> all() {
        return notes;
    }
}

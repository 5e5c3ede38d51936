package dev.eventtester.trigger.sketch;

import java.util.List;

/** What a text seems to mean as a trigger. Immutable. */
public final class TriggerSketch {

    private final List<Note> notes;
    private final String rewrite;
    private final String looserRewrite;

    private TriggerSketch(List<Note> notes, String rewrite, String looserRewrite) {
        this.notes = notes;
        this.rewrite = rewrite;
        this.looserRewrite = looserRewrite;
    }

    /** Reads any text, however wrong. Its time is linear in the length. */
    public static TriggerSketch of(String text) {
        Notes notes = new Notes();
        Sketch sketch = SketchParser.parse(MarkScanner.marks(text, notes), notes);
        return new TriggerSketch(
                List.copyOf(notes.all()), SketchWriter.write(sketch, false), SketchWriter.write(sketch, true));
    }

    /** The places where the engine differs, in the order of reading. */
    public List<Note> notes() {
        return notes;
    }

    /** A trigger that the engine reads as meant, or null where the language has none. */
    public String rewrite() {
        return rewrite;
    }

    /** The same with every value compared in each type that events may have it in, or null. */
    public String looserRewrite() {
        return looserRewrite;
    }
}

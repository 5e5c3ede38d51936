package dev.eventtester.trigger;

import dev.eventtester.trigger.condition.Excerpt;
import dev.eventtester.trigger.condition.Group;
import dev.eventtester.trigger.sketch.Note;
import dev.eventtester.trigger.sketch.TriggerSketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what a trigger's author would not expect. It reads the text twice: as the engine does, and as an author means
 * it; where both agree nothing is said about the spelling.
 */
public final class TriggerLinter {

    private static final int MAX_WARNINGS = 100;
    private static final int MAX_SHOWN = 200;

    private TriggerLinter() {}

    /**
     * The warnings for a text, valid or not, in the order of their positions; at most 100. A text over the length limit
     * has only that one warning.
     */
    public static List<TriggerWarning> lint(String text) {
        if (text.length() > Trigger.MAX_LENGTH) {
            return List.of(new TriggerWarning(
                    "too-long",
                    Trigger.MAX_LENGTH,
                    text.length() - Trigger.MAX_LENGTH,
                    "a trigger of this length is refused",
                    null));
        }
        TriggerSketch sketch = TriggerSketch.of(text);
        String rewrite = checked(sketch.rewrite());
        List<Note> notes = new ArrayList<>(sketch.notes());
        boolean unexplained = notes.stream().allMatch(Note::advisory);
        try {
            Group read = Trigger.parse(text).conditions();
            if (rewrite != null && read.meansSameAs(Trigger.parse(rewrite).conditions())) {
                notes.removeIf(note -> !note.advisory());
            } else if (unexplained && rewrite != null) {
                String consequence = "this is read as " + Excerpt.cut(read.toString(), MAX_SHOWN);
                notes.add(new Note("read-differently", 0, text.length(), consequence, false));
            }
        } catch (InvalidTriggerException e) {
            if (unexplained) {
                int start = Math.min(e.position(), text.length());
                notes.add(new Note(e.code(), start, text.length(), e.getMessage(), false));
            }
        }
        String looser = checked(sketch.looserRewrite());
        String advice = looser == null || looser.equals(rewrite) ? null : looser;
        return notes.stream()
                .sorted(Comparator.comparingInt(Note::start))
                .limit(MAX_WARNINGS)
                .map(note -> warning(note, note.advisory() ? advice : rewrite))
                .toList();
    }

    /** A rewrite that would be invalid itself helps nobody. */
    private static String checked(String rewrite) {
        if (rewrite == null) {
            return null;
        }
        try {
            return Trigger.parse(rewrite).text();
        } catch (InvalidTriggerException e) {
            return null;
        }
    }

    private static TriggerWarning warning(Note note, String rewrite) {
        return new TriggerWarning(note.code(), note.start(), note.end() - note.start(), note.consequence(), rewrite);
    }
}

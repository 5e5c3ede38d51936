package dev.eventtester.trigger;

import java.util.List;

/** Finds what a trigger's author would not expect. */
public final class TriggerLinter {

    private TriggerLinter() {}

    /** The warnings for a text, valid or not, in the order of their positions. */
    public static List<TriggerWarning> lint(String text) {
        return List.of();
    }
}

package dev.eventtester.trigger.condition;

/** What evaluating a condition ends in; anything but the first two ends the whole evaluation. */
public enum Verdict {
    HOLDS(null),
    FAILS(null),
    EMPTY_GROUP("the evaluation reached a group without any condition"),
    EMPTY_PATH("the evaluation reached a path without any name");

    private final String error;

    Verdict(String error) {
        this.error = error;
    }

    static Verdict of(boolean holds) {
        return holds ? HOLDS : FAILS;
    }

    /** The message of a verdict that is an error, else null. */
    public String error() {
        return error;
    }
}

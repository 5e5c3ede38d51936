package dev.eventtester.mapping;

import java.time.InstantSource;

/** What one evaluation carries through the expressions. Not thread-safe. */
final class Evaluation {

    final Budget budget = new Budget();
    final InstantSource clock;
    /** Null when nobody asked for an explanation. */
    final Trace trace;

    Evaluation(InstantSource clock, Trace trace) {
        this.clock = clock;
        this.trace = trace;
    }

    /** Notes why the expression at hand has no value; free of charge when nobody asked. */
    void absent(String... reason) {
        if (trace != null) {
            trace.because(String.join("", reason));
        }
    }
}

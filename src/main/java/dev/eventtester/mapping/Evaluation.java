package dev.eventtester.mapping;

import java.time.InstantSource;
import java.util.function.Supplier;

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

    /** Notes why the expression at hand has no value; its text is made only when somebody asked. */
    void absent(Supplier<String> reason) {
        if (trace != null) {
            trace.because(reason.get());
        }
    }
}

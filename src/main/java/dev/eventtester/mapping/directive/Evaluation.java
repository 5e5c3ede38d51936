package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What one evaluation carries through the expressions. Not thread-safe. */
public final class Evaluation {

    final Budget budget = new Budget();
    final InstantSource clock;
    final Trace trace;

    /**
     * The start of an evaluation.
     *
     * @param clock what templates take as the current time; null if nothing asks for it
     * @param trace null when nobody asked for an explanation
     */
    public Evaluation(InstantSource clock, Trace trace) {
        this.clock = clock;
        this.trace = trace;
    }

    /** The form in which a value leaves the evaluation. */
    public JsonNode settled(JsonNode value) {
        return Values.settled(value, budget);
    }

    /** Notes why the expression at hand has no value; its text is made only when somebody asked. */
    void absent(Supplier<String> reason) {
        if (trace != null) {
            trace.because(reason.get());
        }
    }
}

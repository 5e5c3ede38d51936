package dev.eventtester.actions;

import java.util.List;

/**
 * Whether a destination would accept what was built, told without sending it.
 *
 * @param discards why not, empty when it would be accepted
 */
public record Prediction(List<Discard> discards) {

    /**
     * A reason for which the destination would drop an event.
     *
     * @param code the destination's own code, such as {@code no_user_anon_id}
     */
    public record Discard(String code, String message) {}

    public Prediction {
        discards = List.copyOf(discards);
    }

    /** Whether the destination would accept it. */
    public boolean accepted() {
        return discards.isEmpty();
    }

    /** One sentence for people. */
    public String summary() {
        if (accepted()) {
            return "would be accepted";
        }
        StringBuilder summary = new StringBuilder("would be discarded");
        for (Discard discard : discards) {
            summary.append(summary.indexOf(":") < 0 ? ": " : "; ").append(discard.message());
        }
        return summary.toString();
    }
}

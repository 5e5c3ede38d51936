package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.trigger.condition.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All that a trigger asks of one place in the event. */
final class Demand {

    private final List<Comparison> comparisons;

    Demand(List<Comparison> comparisons) {
        this.comparisons = comparisons;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    boolean accepts(JsonNode value) {
        return comparisons.stream().allMatch(comparison -> comparison.holds(value));
    }

    /** Some value that is accepted, missing where nothing may be there; empty if there is none. */
    Optional<JsonNode> answer(List<JsonNode> suggestions) {
        return answer(suggestions, value -> true);
    }

    /** Some value that is accepted, if possible one that suits too. */
    Optional<JsonNode> answer(List<JsonNode> suggestions, Predicate<JsonNode> suits) {
        List<JsonNode> accepted = new ArrayList<>();
        for (JsonNode candidate : Candidates.of(comparisons, suggestions)) {
            if (accepts(candidate)) {
                if (suits.test(candidate)) {
                    return Optional.of(candidate);
                }
                accepted.add(candidate);
            }
        }
        return accepted.stream().findFirst();
    }
}

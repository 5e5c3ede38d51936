package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.Event;
import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import dev.eventtester.field.FieldError;
import dev.eventtester.field.FieldSet;
import dev.eventtester.mapping.Mapping;
import dev.eventtester.mapping.MappingError;
import dev.eventtester.mapping.MappingException;
import dev.eventtester.sample.row.RowColumns;
import dev.eventtester.trigger.Explanation;
import dev.eventtester.trigger.Trigger;
import dev.eventtester.trigger.TriggerEvaluationException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Looks for an event that a mapping lets in and can use, and checks every attempt with the engine itself. */
final class Fitting {

    private static final int MOST_PLANS = 3;
    private static final int MOST_CHECKS = 6;
    private static final int MOST_PROBLEMS = 10;
    private static final String SYNC_MODE = "__segment_internal_sync_mode";

    private final Trigger trigger;
    private final Mapping mapping;
    private final FieldSet fields;
    private final Wanted wanted;
    private final EventType asked;
    private final String change;
    private final List<Wish> wishes;
    private final InstantSource clock;
    private final RandomGenerator random;
    private int checks;

    /**
     * What the engine says of an event.
     *
     * @param problems why it is no good; the fields that refused it are in {@code refused}
     */
    private record Attempt(
            ObjectNode event, boolean matches, boolean asAsked, Set<String> refused, List<String> problems) {

        boolean isPerfect() {
            return matches && problems.isEmpty() && asAsked;
        }

        int score() {
            return (matches ? 4 : 0) + (problems.isEmpty() ? 2 : 0) + (asAsked ? 1 : 0);
        }
    }

    Fitting(
            Wanted wanted,
            Trigger trigger,
            JsonNode mapping,
            FieldSet fields,
            InstantSource clock,
            RandomGenerator random) {
        this.wanted = wanted;
        this.asked = wanted.type();
        this.trigger = trigger;
        this.mapping = Mapping.compile(mapping);
        this.fields = fields;
        this.clock = clock;
        this.random = random;
        this.wishes = this.mapping.errors().isEmpty() ? MappingWishes.of(mapping, fields) : List.of();
        this.change = wanted.product() == Product.REVERSE_ETL
                ? change(mapping.path(SYNC_MODE).asText())
                : null;
    }

    /** The change of a row that a sync mode is about. */
    private static String change(String syncMode) {
        return switch (syncMode) {
            case "delete" -> ProductRecord.ROW_DELETED;
            case "update" -> "updated";
            default -> "new";
        };
    }

    Sample sample() {
        Attempt best = null;
        EventType first = asked == null ? EventType.TRACK : asked;
        for (String type : new String[] {first.wire(), null}) {
            for (Map<List<String>, Demand> plan : TriggerPlans.of(trigger, type, MOST_PLANS)) {
                Attempt attempt = attempt(plan, wishes);
                if (best == null || attempt.score() > best.score()) {
                    best = attempt;
                }
                if (best.isPerfect() || checks >= MOST_CHECKS) {
                    return sample(best);
                }
            }
            if (best != null && best.matches && best.problems.isEmpty()) {
                return sample(best);
            }
        }
        return sample(best == null ? attempt(TriggerPlans.nearest(trigger), wishes) : best);
    }

    private Sample sample(Attempt attempt) {
        List<String> notes = new ArrayList<>();
        if (!attempt.asAsked) {
            notes.add("The trigger does not let " + asked.wire() + " events in, so the sample has the type "
                    + attempt.event.path("type").asText() + ".");
        }
        if (!attempt.matches) {
            notes.add("No event was found that satisfies the trigger; this is the nearest one. " + miss(attempt.event));
        }
        attempt.problems.stream().limit(MOST_PROBLEMS).forEach(notes::add);
        if (attempt.problems.size() > MOST_PROBLEMS) {
            notes.add("There are " + (attempt.problems.size() - MOST_PROBLEMS) + " more reasons like these.");
        }
        List<String> missing = missingColumns(attempt.event);
        if (!missing.isEmpty()) {
            notes.add("The mapping reads columns that the model does not have: " + some(missing) + ".");
        }
        boolean fits = attempt.matches && attempt.problems.isEmpty();
        return new Sample(attempt.event, fits, notes.stream().map(String::strip).toList());
    }

    private List<String> missingColumns(ObjectNode event) {
        RowColumns columns = wanted.columns();
        EventType type = EventType.of(event.path("type").asText()).orElse(EventType.TRACK);
        String section = ProductRecord.section(type);
        return wishes.stream()
                .map(Wish::names)
                .filter(names ->
                        columns.complete() && names.size() > 1 && names.get(0).equals(section))
                .map(names -> names.get(1))
                .filter(name -> columns.named(name).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_PROBLEMS)));
        return names.size() > MOST_PROBLEMS ? first + " and " + (names.size() - MOST_PROBLEMS) + " more" : first;
    }

    private String miss(ObjectNode event) {
        Explanation explanation = trigger.explain(event);
        return explanation.error().or(explanation::nearestMiss).orElse("");
    }

    /** Less and less beside the trigger's own demands, until the event is not larger than events may be. */
    private Attempt attempt(Map<List<String>, Demand> plan, List<Wish> all) {
        List<Wish> required = all.stream().filter(Wish::isRequired).toList();
        for (List<Wish> some : List.of(all, required, List.<Wish>of())) {
            Draft draft = draft(plan, some);
            draft.complete();
            if (!Event.isTooLarge(draft.event().toString())) {
                return repaired(draft);
            }
        }
        return check(draft(Map.of(), List.of()).event());
    }

    private Draft draft(Map<List<String>, Demand> plan, List<Wish> some) {
        return new Draft(plan, some, wanted, change, new Inventions(clock, random));
    }

    private Attempt repaired(Draft draft) {
        Attempt attempt = check(draft.event());
        if (!attempt.refused.isEmpty() && checks < MOST_CHECKS) {
            ObjectNode before = draft.event().deepCopy();
            draft.repair(attempt.refused);
            if (!Event.isTooLarge(draft.event().toString()) && !before.equals(draft.event())) {
                Attempt second = check(draft.event());
                Attempt first =
                        new Attempt(before, attempt.matches, attempt.asAsked, attempt.refused, attempt.problems);
                return second.score() >= first.score() ? second : first;
            }
        }
        return attempt;
    }

    private Attempt check(ObjectNode event) {
        checks++;
        List<String> problems = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        mapping.errors().stream().map(MappingError::message).limit(5).forEach(problems::add);
        if (problems.isEmpty()) {
            try {
                for (FieldError error :
                        fields.validate(mapping.resolve(event, clock)).errors()) {
                    refused.add(error.field());
                    problems.add(error.message());
                }
            } catch (MappingException failure) {
                problems.add(failure.getMessage());
            }
        }
        boolean asAsked =
                asked == null || asked.wire().equals(event.path("type").asText());
        return new Attempt(event, matches(event), asAsked, refused, problems);
    }

    private boolean matches(ObjectNode event) {
        try {
            return trigger.matches(event);
        } catch (TriggerEvaluationException empty) {
            return false;
        }
    }
}

package dev.eventtester.tester.overview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.destination.configured.ConfiguredDestination;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.event.Event;
import dev.eventtester.filter.FilterRule;
import dev.eventtester.json.JsType;
import dev.eventtester.outcome.document.OutcomeDocument.Note;
import dev.eventtester.tester.mapping.MappingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller should know about a test as a whole. */
public final class Notes {

    private static final Note FILTERS = new Note(
            "filters-bypassed", "A test bypasses destination filters and ignores the event's integrations object.");

    private Notes() {}

    public static List<Note> of(ConfiguredDestination destination, List<ConfiguredMapping> tested, Event event) {
        List<Note> notes = new ArrayList<>();
        if (tested.isEmpty()) {
            notes.add(new Note("no-enabled-mappings", noneEnabled(destination)));
        }
        if (!destination.enabled()) {
            notes.add(new Note("destination-disabled", "The destination is disabled: production sends it nothing."));
        }
        notes.add(FILTERS);
        if (isExcluded(
                destination.definition().integrationNames(), event.document().path("integrations"))) {
            notes.add(new Note(
                    "integrations-would-exclude",
                    "In production the event's integrations object would have kept it away from "
                            + destination.definition().name() + "."));
        }
        destination.filters().forEach(filter -> ofFilter(filter, event).ifPresent(notes::add));
        return notes;
    }

    private static Optional<Note> ofFilter(FilterRule filter, Event event) {
        String inProduction = "In production the filter \"" + filter.title() + "\" ";
        return Optional.ofNullable(
                switch (filter.fate(event.document())) {
                    case PASSED -> null;
                    case STRIPPED ->
                        new Note("filter-would-strip", inProduction + "would have removed properties from the event.");
                    case BY_CHANCE ->
                        new Note(
                                "filter-would-sample",
                                inProduction + "would have let the event pass or kept it away, as chance decides.");
                    case DROPPED ->
                        new Note(
                                "filter-would-drop",
                                inProduction + "would have kept the event away from the destination.");
                });
    }

    /** What only shows once every mapping was tested. */
    public static List<Note> afterwards(List<MappingResult> results) {
        List<MappingResult> matched =
                results.stream().filter(result -> result.letInBy() != null).toList();
        if (matched.size() < 2) {
            return List.of();
        }
        String each = matched.stream()
                .map(result -> "\"" + result.name() + "\" because " + result.letInBy())
                .collect(Collectors.joining("; "));
        return List.of(
                new Note("several-mappings-matched", matched.size() + " mappings fire for this event: " + each + "."));
    }

    private static String noneEnabled(ConfiguredDestination destination) {
        if (destination.mappings().isEmpty()) {
            return "The destination has no mappings.";
        }
        return "The destination has no enabled mapping; disabled: "
                + destination.mappings().stream().map(ConfiguredMapping::name).collect(Collectors.joining(", "))
                + ".";
    }

    private static boolean isExcluded(Set<String> names, JsonNode integrations) {
        boolean all = true;
        for (Map.Entry<String, JsonNode> member : integrations.properties()) {
            if (names.contains(member.getKey())) {
                return !JsType.isTruthy(member.getValue());
            }
            if (member.getKey().equals("All")) {
                all = JsType.isTruthy(member.getValue());
            }
        }
        return !all;
    }
}

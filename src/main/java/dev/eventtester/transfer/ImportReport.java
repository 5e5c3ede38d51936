package dev.eventtester.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventtester.api.ApiError;
import dev.eventtester.api.ApiException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an import did, entry by entry in the order of the kinds and then of the document. Not thread-safe. */
final class ImportReport {

    private final List<Entry> entries = new ArrayList<>();
    private final List<MissingSetting> settings = new ArrayList<>();

    /** What became of an entry. */
    enum State {
        CREATED,
        PRESENT,
        REFUSED
    }

    /**
     * One entry.
     *
     * @param from its id in the document, or null if it has none
     * @param id what it is here; null if it was refused
     * @param name how a person knows it, or null
     * @param reasons why it was refused; empty otherwise
     * @param notes what was left out of it
     */
    @RegisterForReflection
    record Entry(
            ResourceKind kind,
            String from,
            UUID id,
            String name,
            State state,
            List<Reason> reasons,
            List<String> notes) {}

    /**
     * Why an entry was refused.
     *
     * @param field the member that breaks a rule; left out if it is the entry as a whole
     */
    @RegisterForReflection
    record Reason(@JsonInclude(JsonInclude.Include.NON_NULL) String field, String message) {

        static Reason of(ApiError error) {
            return new Reason(error.field(), error.message());
        }
    }

    /** A setting of a destination that somebody has to give with a PATCH of it. */
    @RegisterForReflection
    record MissingSetting(UUID destinationId, String name, String setting) {}

    /** How many entries of a kind came to which end. */
    @RegisterForReflection
    record Count(long created, long present, long refused) {}

    /** The whole report as it is answered. */
    @RegisterForReflection
    record View(Map<String, Count> summary, List<Entry> entries, List<MissingSetting> missingSettings) {}

    void taken(ResourceKind kind, ImportItem item, UUID id, State state, List<String> notes) {
        entries.add(new Entry(kind, item.id().orElse(null), id, item.name(), state, List.of(), notes));
    }

    void refused(ResourceKind kind, ImportItem item, ApiException failure) {
        List<Reason> reasons = failure.errors().stream().map(Reason::of).toList();
        entries.add(new Entry(kind, item.id().orElse(null), null, item.name(), State.REFUSED, reasons, List.of()));
    }

    void missing(UUID destinationId, String name, String setting) {
        MissingSetting missing = new MissingSetting(destinationId, name, setting);
        if (!settings.contains(missing)) {
            settings.add(missing);
        }
    }

    View view() {
        Map<String, Count> summary = new LinkedHashMap<>();
        for (ResourceKind kind : ResourceKind.values()) {
            summary.put(
                    kind.member(),
                    new Count(count(kind, State.CREATED), count(kind, State.PRESENT), count(kind, State.REFUSED)));
        }
        return new View(summary, entries, settings);
    }

    private long count(ResourceKind kind, State state) {
        return entries.stream()
                .filter(entry -> entry.kind == kind && entry.state == state)
                .count();
    }
}

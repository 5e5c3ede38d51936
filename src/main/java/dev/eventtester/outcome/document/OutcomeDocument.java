package dev.eventtester.outcome.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.eventtester.event.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The document of one test, before its first call and at its end. Immutable; the mappings' nodes must not be changed.
 *
 * @param destination what was tested
 * @param mappingId the one mapping that was tested, or null when all enabled ones were
 * @param event the exact text of the tested event
 * @param verdict null while the test runs
 * @param durationMillis null while the test runs
 * @param summary null while the test runs
 * @param notes what the caller should know about the test as a whole
 * @param enrichment the event with the entities that were merged into it, and what became of each; null if none was
 * @param unusedMembers members of the event that no tested mapping read, as paths with dots; null while the test runs
 * @param mappings in the order of the destination's mappings
 */
public record OutcomeDocument(
        UUID id,
        Kind kind,
        DeliveryMode delivery,
        Product product,
        Instant startedAt,
        String startedBy,
        Tested destination,
        UUID mappingId,
        String event,
        Status status,
        Verdict verdict,
        Long durationMillis,
        Summary summary,
        List<Note> notes,
        ObjectNode enrichment,
        List<String> unusedMembers,
        List<ObjectNode> mappings) {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    public OutcomeDocument {
        notes = List.copyOf(notes);
        mappings = List.copyOf(mappings);
    }

    /**
     * The destination that was tested.
     *
     * @param slug of its definition
     */
    public record Tested(UUID id, String name, String slug) {}

    /**
     * Something to know about the test as a whole.
     *
     * @param code stable, in kebab case
     */
    public record Note(String code, String message) {}

    /** The id of the destination that was tested. */
    public UUID destinationId() {
        return destination.id();
    }

    /** The same test with one more note. */
    public OutcomeDocument with(Note note) {
        List<Note> all = new ArrayList<>(notes);
        all.add(note);
        return copy(status, verdict, durationMillis, summary, all, unusedMembers, mappings);
    }

    /** The same test at its end. */
    public OutcomeDocument completed(
            Verdict end,
            long millis,
            Summary counts,
            List<Note> moreNotes,
            List<String> unused,
            List<ObjectNode> results) {
        List<Note> allNotes = new ArrayList<>(notes);
        allNotes.addAll(moreNotes);
        return copy(Status.COMPLETED, end, millis, counts, allNotes, unused, results);
    }

    private OutcomeDocument copy(
            Status state,
            Verdict end,
            Long millis,
            Summary counts,
            List<Note> allNotes,
            List<String> unused,
            List<ObjectNode> results) {
        return new OutcomeDocument(
                id,
                kind,
                delivery,
                product,
                startedAt,
                startedBy,
                destination,
                mappingId,
                event,
                state,
                end,
                millis,
                counts,
                allNotes,
                enrichment,
                unused,
                results);
    }

    /** The exact text that the caller gets and that is stored. */
    public String text() {
        ObjectNode json = what();
        json.putRawValue("event", new RawValue(event));
        if (enrichment != null) {
            json.set("enrichment", enrichment);
        }
        json.setAll(counts());
        if (unusedMembers != null) {
            ArrayNode unused = json.putArray("unusedMembers");
            unusedMembers.forEach(unused::add);
        }
        ArrayNode results = json.putArray("mappings");
        mappings.forEach(results::add);
        return write(json);
    }

    /** The document without its event and its mappings. */
    public String head() {
        return write(what().setAll(counts()));
    }

    private ObjectNode what() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id.toString());
        json.put("kind", kind.name());
        json.put("delivery", delivery.name());
        json.put("status", status.name());
        json.put("verdict", verdict == null ? null : verdict.name());
        json.put("product", product.name());
        json.put("startedAt", Times.text(startedAt));
        json.put("durationMillis", durationMillis);
        json.put("startedBy", startedBy);
        ObjectNode tested = json.putObject("destination");
        tested.put("id", destination.id().toString());
        tested.put("name", destination.name());
        tested.put("slug", destination.slug());
        if (mappingId != null) {
            json.put("subscriptionId", mappingId.toString());
        }
        return json;
    }

    private ObjectNode counts() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (summary != null) {
            json.set("summary", summary.toJson());
        }
        ArrayNode all = json.putArray("notes");
        notes.forEach(note -> all.addObject().put("code", note.code()).put("message", note.message()));
        return json;
    }

    /** A document as it is stored and answered. */
    public static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }
}

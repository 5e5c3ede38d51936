package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** Notes, while a mapping is evaluated, where each field comes from. Not thread-safe. */
final class Trace {

    private record Entry(FieldOrigin field, String because) {}

    private final List<Entry> entries = new ArrayList<>();
    private FieldOrigin open;
    private String because;

    /** A field is about to be evaluated. */
    void enter(FieldOrigin field) {
        open = field;
        because = null;
    }

    /** A field has been evaluated. */
    void leave(FieldOrigin field, boolean absent) {
        entries.add(new Entry(field, absent ? reason() : null));
        because = null;
    }

    void because(String reason) {
        because = reason;
    }

    String reason() {
        return because == null ? "it resolves to nothing" : because;
    }

    /** The fields of a result, which holds their final values. */
    List<Provenance> fieldsOf(JsonNode result) {
        return entries.stream()
                .map(entry ->
                        new Provenance(entry.field.name(), entry.field.from(), entry.field.in(result), entry.because))
                .toList();
    }

    /** The field that was being evaluated when the evaluation failed. */
    List<Provenance> failure(String message) {
        return open == null
                ? List.of()
                : List.of(new Provenance(open.name(), open.from(), MissingNode.getInstance(), message));
    }
}

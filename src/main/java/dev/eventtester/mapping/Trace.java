package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** Notes, while a mapping is evaluated, where each field comes from. Not thread-safe. */
final class Trace {

    /**
     * A member of a mapping that ends up as a member of the result.
     *
     * @param keys the keys from the root of the result down to the member
     * @param from what the member's value comes from
     */
    record Field(List<String> keys, String from) {

        String name() {
            return String.join(".", keys);
        }

        JsonNode in(JsonNode result) {
            JsonNode value = result;
            for (String key : keys) {
                value = value.path(key);
            }
            return value;
        }
    }

    private record Entry(Field field, String because) {}

    private final List<Entry> entries = new ArrayList<>();
    private Field open;
    private String because;

    /** A field is about to be evaluated. */
    void enter(Field field) {
        open = field;
        because = null;
    }

    /** A field has been evaluated. */
    void leave(Field field, boolean absent) {
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

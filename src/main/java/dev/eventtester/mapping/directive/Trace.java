package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes, while a mapping is evaluated, where each field comes from. Not thread-safe. */
public final class Trace {

    /**
     * A member of a mapping that ends up as a member of the result.
     *
     * @param keys the keys from the root of the result down to the member
     * @param from what the member's value comes from
     */
    public record Field(List<String> keys, String from) {

        /** The keys joined with dots. */
        public String name() {
            return String.join(".", keys);
        }

        /** The member of a result; missing if it is not there. */
        public JsonNode in(JsonNode result) {
            JsonNode value = result;
            for (String key : keys) {
                value = value.path(key);
            }
            return value;
        }
    }

    /**
     * A field that was evaluated.
     *
     * @param because why it has no value; null if it has one
     */
    public record Entry(Field field, String because) {}

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

    /** Notes the reason for the value at hand. */
    void because(String reason) {
        because = reason;
    }

    /** Why the last value is none. */
    public String reason() {
        return because == null ? "it resolves to nothing" : because;
    }

    /** The fields that have been evaluated, in that order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The field that was entered last, with the reason of a failure; empty if none was entered. */
    public Optional<Entry> failed(String reason) {
        return Optional.ofNullable(open).map(field -> new Entry(field, reason));
    }
}

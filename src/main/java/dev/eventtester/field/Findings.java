package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where one evaluation is in the payload, and what it has found so far. */
final class Findings {

    /** Errors that are told; one more says that there are others. */
    static final int MAX_ERRORS = 1000;

    private static final Object[] NOWHERE = {};

    private final List<FieldChange> changes;
    private List<FieldError> errors = List.of();
    private Object[] path = NOWHERE;
    private int depth;
    private int conversions;

    private Findings(List<FieldChange> changes) {
        this.changes = changes;
    }

    /** Finds errors only. */
    static Findings plain() {
        return new Findings(null);
    }

    /** Finds errors, and adds what was changed to a list. */
    static Findings telling(List<FieldChange> changes) {
        return new Findings(changes);
    }

    /** Descends into a member (text) or an item (number). */
    void enter(Object segment) {
        if (depth == path.length) {
            path = depth == 0 ? new Object[8] : Arrays.copyOf(path, depth * 2);
        }
        path[depth++] = segment;
    }

    void leave() {
        depth--;
    }

    boolean isAtRoot() {
        return depth == 0;
    }

    List<FieldError> errors() {
        return errors;
    }

    void converted(Object segment, JsonNode before, JsonNode after) {
        conversions++;
        if (changes != null) {
            changes.add(new FieldChange(pointer(segment), FieldChange.Kind.COERCED, before, after));
        }
    }

    /** How many values were converted so far. */
    int conversions() {
        return conversions;
    }

    void dropped(FieldChange.Kind kind, Object segment, JsonNode before) {
        if (changes != null) {
            changes.add(new FieldChange(pointer(segment), kind, before, MissingNode.getInstance()));
        }
    }

    /**
     * @param segment the value below the present place that is wrong, or null for the present place
     * @param label the field's label, empty for none
     * @param predicate what follows the subject in the sentence, without the full stop
     */
    void wrong(Object segment, String label, String predicate) {
        report(field(segment), pointer(segment), label, predicate);
    }

    /** A member of the present place is missing. */
    void missing(String key, String label) {
        report(field(key), pointer(null), label, " is missing the required field '" + key + "'");
    }

    /** The companion of a conditional requirement that failed. */
    void unmatched(String key) {
        report(field(key), pointer(null), "", " must match \"then\" schema");
    }

    private void report(String field, String pointer, String label, String predicate) {
        if (errors.isEmpty()) {
            errors = new ArrayList<>();
        }
        if (errors.size() < MAX_ERRORS) {
            errors.add(new FieldError(field, pointer, Messages.sentence(label, pointer, predicate)));
        } else if (errors.size() == MAX_ERRORS) {
            errors.add(new FieldError("", "", "The payload exceeds the limit of " + MAX_ERRORS + " errors."));
        }
    }

    private String field(Object segment) {
        Object top = depth > 0 ? path[0] : segment;
        return top == null ? "" : top.toString();
    }

    private String pointer(Object segment) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            append(path[i], pointer);
        }
        if (segment != null) {
            append(segment, pointer);
        }
        return pointer.toString();
    }

    private static void append(Object segment, StringBuilder pointer) {
        pointer.append('/').append(escaped(segment.toString()));
    }

    /** A key as it stands in a JSON pointer. */
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}

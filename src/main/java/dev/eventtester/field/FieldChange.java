package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One value that validation dropped or converted.
 *
 * @param pointer JSON pointer to the value; indexes of removed items count before the removal
 * @param before the value as the mapping gave it
 * @param after the value as the action gets it, {@link com.fasterxml.jackson.databind.node.MissingNode} when dropped
 */
public record FieldChange(String pointer, Kind kind, JsonNode before, JsonNode after) {

    /** Why the value changed. */
    public enum Kind {
        /** null, and the field does not allow it. */
        NULL_DROPPED,
        /** Empty text, at the root or where the type is not text. */
        EMPTY_TEXT_DROPPED,
        /** No field has this key. */
        UNKNOWN_KEY_DROPPED,
        /** A member that its object, which takes declared members only, does not declare. */
        CLOSED_OBJECT_DROPPED,
        /** A list's item that was null or empty text. */
        ITEM_REMOVED,
        /** Converted to the declared type. */
        COERCED
    }
}

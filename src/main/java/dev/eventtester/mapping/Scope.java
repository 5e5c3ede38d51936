package dev.eventtester.mapping;

import dev.eventtester.mapping.directive.EventPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a mapping a value stands while it is compiled.
 *
 * @param keys the keys of the field of the result that the value becomes; null if it becomes none
 * @param prefix what precedes the paths read here, seen from the event; null if they are not of the event
 * @param subject what the paths are looked up in, for people
 */
record Scope(List<String> keys, String prefix, String subject) {

    /** Fields that lie deeper are not told apart. */
    private static final int MAX_FIELD_DEPTH = 4;

    static final Scope ROOT = new Scope(List.of(), "", "the event");

    /** A member of a plain object. */
    Scope member(String key) {
        if (keys == null) {
            return this;
        }
        if (keys.size() == MAX_FIELD_DEPTH) {
            return inside();
        }
        List<String> longer = new ArrayList<>(keys);
        longer.add(key);
        return new Scope(List.copyOf(longer), prefix, subject);
    }

    /** An operand of a directive or an element of an array: part of a value, not a field. */
    Scope inside() {
        return keys == null ? this : new Scope(null, prefix, subject);
    }

    /** The shape of an array's items. */
    Scope items(EventPath source) {
        String items = prefix == null || source == null ? null : prefix + source.dotted() + "[].";
        return new Scope(null, items, "the item");
    }

    /** The mapping over what {@code apply} made. */
    Scope applied() {
        return new Scope(keys, null, "the result of apply");
    }
}

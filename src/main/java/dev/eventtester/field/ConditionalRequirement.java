package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A field that must be present when other fields say so.
 *
 * @param any whether one test is enough
 * @param parent the field that must be present, or the object that must have {@code child}
 * @param child the member of {@code parent} that must be present too
 */
record ConditionalRequirement(boolean any, List<Test> tests, String parent, Optional<String> child) {

    /** One condition, evaluated before any value is converted. */
    interface Test {
        boolean holds(ObjectNode object, Findings findings);
    }

    /**
     * Checks the requirement.
     *
     * @return whether a value of the object has been converted on the way
     */
    boolean check(ObjectNode object, Findings findings) {
        int conversions = findings.conversions();
        if (applies(object, findings) && isMissing(object, findings)) {
            findings.unmatched(parent);
        }
        return findings.conversions() != conversions;
    }

    private boolean applies(ObjectNode object, Findings findings) {
        for (Test test : tests) {
            if (test.holds(object, findings) == any) {
                return any;
            }
        }
        return !any;
    }

    private boolean isMissing(ObjectNode object, Findings findings) {
        if (!ObjectSchema.isPresent(object, parent)) {
            findings.missing(parent, "");
            return true;
        }
        boolean childMissing = child.isPresent()
                && object.get(parent) instanceof ObjectNode holder
                && !ObjectSchema.isPresent(holder, child.get());
        if (childMissing) {
            findings.enter(parent);
            findings.missing(child.get(), "");
            findings.leave();
        }
        return childMissing;
    }

    /** The other field is present and equals the value, or differs from it. */
    record Value(String key, JsonNode expected, boolean equal) implements Test {

        @Override
        public boolean holds(ObjectNode object, Findings findings) {
            return ObjectSchema.isPresent(object, key) && Equality.holds(expected, object.get(key)) == equal;
        }
    }

    /**
     * As {@link Value} for a member of another field. The other field has to be present; if it is no object then its
     * members are not looked at and the test holds.
     */
    record ChildValue(String parent, String key, JsonNode expected, boolean equal) implements Test {

        @Override
        public boolean holds(ObjectNode object, Findings findings) {
            if (!ObjectSchema.isPresent(object, parent)) {
                return false;
            }
            if (!(object.get(parent) instanceof ObjectNode holder)) {
                return true;
            }
            if (!ObjectSchema.isPresent(holder, key)) {
                return false;
            }
            // Without a value to compare with every value is equal.
            return (expected.isMissingNode() || Equality.holds(expected, holder.get(key))) == equal;
        }
    }

    /** The other field is present (fld-cond-null-present: null counts), or absent. */
    record Presence(String key, boolean present) implements Test {

        @Override
        public boolean holds(ObjectNode object, Findings findings) {
            return ObjectSchema.isPresent(object, key) == present;
        }
    }

    /**
     * The other field is present and not null, or the opposite. The reference engine asks for the type null, which
     * converts: 0, false and empty text count as null and become null.
     */
    record NonNull(String key, boolean present) implements Test {

        @Override
        public boolean holds(ObjectNode object, Findings findings) {
            return (ObjectSchema.isPresent(object, key) && !becomesNull(object, findings)) == present;
        }

        private boolean becomesNull(ObjectNode object, Findings findings) {
            JsonNode value = object.get(key);
            if (value.isNull()) {
                return true;
            }
            boolean opened = value.isArray() && value.size() == 1;
            JsonNode data = opened ? value.get(0) : value;
            JsonNode converted = data.isNull() ? data : TypeUnion.toNull(data);
            if (converted == null) {
                return false;
            }
            findings.converted(key, value, converted);
            object.set(key, converted);
            return true;
        }
    }
}

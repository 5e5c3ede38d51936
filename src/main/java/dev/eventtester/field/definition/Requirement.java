package dev.eventtester.field.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** When a field must be present. */
public sealed interface Requirement {

    Requirement NEVER = new Never();
    Requirement ALWAYS = new Always();

    /** The field may be absent. */
    record Never() implements Requirement {}

    /** The field must be present. */
    record Always() implements Requirement {}

    /**
     * The field must be present when other fields say so.
     *
     * @param any whether one condition is enough; otherwise all must hold
     * @param conditions never empty
     */
    record When(boolean any, List<Condition> conditions) implements Requirement {

        public When {
            conditions = List.copyOf(conditions);
            if (conditions.isEmpty()) {
                throw new InvalidFieldDefinitionException("a conditional requirement has no conditions");
            }
        }
    }

    /**
     * One condition on another field.
     *
     * @param fieldKey the other field, or {@code parent.child}
     * @param operator {@code is} or {@code is_not}; the compiler refuses others where the reference engine does
     * @param value what to compare with; {@link MissingNode} asks whether the other field is there at all
     */
    record Condition(String fieldKey, String operator, JsonNode value) {}
}

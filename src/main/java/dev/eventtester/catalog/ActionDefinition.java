package dev.eventtester.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.Action;
import dev.eventtester.field.FieldSet;
import java.util.List;

/**
 * What the catalog says of an action. Immutable; the JSON values in it must not be changed.
 *
 * @param defaultTrigger null if there is none
 * @param hidden whether forms leave the action out
 * @param fields what its payload is validated against
 * @param listed the same fields with their ids, in order
 * @param action what it sends
 */
public record ActionDefinition(
        String id,
        String slug,
        String title,
        String description,
        String defaultTrigger,
        boolean hidden,
        FieldSet fields,
        List<ActionField> listed,
        Action action) {

    public ActionDefinition {
        listed = List.copyOf(listed);
    }

    /** A new mapping of the fields that have a default. */
    public ObjectNode defaultMapping() {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        listed.forEach(field -> {
            if (!field.definition().defaultValue().isMissingNode()) {
                mapping.set(field.key(), field.definition().defaultValue().deepCopy());
            }
        });
        return mapping;
    }
}

package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.field.FieldSet;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.field.definition.FieldType;
import dev.eventtester.field.definition.Requirement;
import dev.eventtester.json.JsType;
import java.util.List;

/**
 * A place in the event that a mapping reads.
 *
 * @param names the way to the place; items of a list are wished for at its first index
 * @param definition what the field takes that gets the value; null where anything will do
 * @param check the same definition, ready to be asked; null where anything will do
 * @param field the mapping's field that reads the place
 * @param unless another place: as long as something is there, the mapping does not come to read this one; null for none
 */
record Wish(List<String> names, FieldDefinition definition, FieldSet check, String field, List<String> unless) {

    Wish {
        names = List.copyOf(names);
    }

    /** A wish for anything. */
    static Wish plain(List<String> names) {
        return new Wish(names, null, null, "", null);
    }

    /** Whether the field takes a value as it is or converted; an empty text or null never fills one. */
    boolean isGrantedBy(JsonNode value) {
        if (JsType.isNullish(value) || (value.isTextual() && value.textValue().isEmpty())) {
            return false;
        }
        return check == null || FieldValue.passes(check, value);
    }

    String last() {
        for (int i = names.size() - 1; i >= 0; i--) {
            if (Places.index(names.get(i)) < 0) {
                return names.get(i);
            }
        }
        return "";
    }

    boolean isRequired() {
        return definition != null && (definition.isRequired() || definition.required() instanceof Requirement.When);
    }

    /** How narrow the field is: of several wishes for one place the narrowest is granted. */
    int strictness() {
        if (definition == null) {
            return 0;
        }
        if (!definition.choices().isEmpty()) {
            return 6;
        }
        if (definition.multiple() || definition.format().isPresent()) {
            return 5;
        }
        if (definition.type() == FieldType.OBJECT) {
            return definition.properties().isPresent() ? 4 : 1;
        }
        boolean number = definition.type() == FieldType.NUMBER || definition.type() == FieldType.INTEGER;
        if (number || definition.type() == FieldType.BOOLEAN) {
            return 4;
        }
        boolean bounded =
                definition.minimum().isPresent() || definition.maximum().isPresent();
        return definition.type() == FieldType.DATETIME || bounded ? 3 : 2;
    }
}

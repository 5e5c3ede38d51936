package dev.eventtester.tester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.field.FieldChange;
import dev.eventtester.mapping.Provenance;
import dev.eventtester.mapping.Resolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where every field of a payload comes from, and what validation did to it afterwards. */
final class FieldReport {

    private FieldReport() {}

    static ArrayNode of(Resolution resolution, List<FieldChange> changes) {
        Map<String, FieldChange> byField = new HashMap<>();
        changes.forEach(change -> byField.putIfAbsent(field(change), change));
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        for (Provenance origin : resolution.fields()) {
            write(origin, byField.get(origin.field()), fields.addObject());
        }
        return fields;
    }

    private static String field(FieldChange change) {
        return change.pointer().isEmpty()
                ? ""
                : change.pointer()
                        .substring(1)
                        .replace('/', '.')
                        .replace("~1", "/")
                        .replace("~0", "~");
    }

    private static void write(Provenance origin, FieldChange change, ObjectNode json) {
        json.put("field", origin.field());
        JsonNode value = change == null ? origin.value() : change.after();
        boolean absent = value.isMissingNode();
        json.put("state", absent ? "ABSENT" : "SET");
        if (!absent) {
            json.set("value", value);
        }
        json.put("from", origin.from());
        if (origin.because() != null) {
            json.put("because", origin.because());
        } else if (change != null && absent) {
            json.put("because", because(change));
        }
        if (change != null && change.kind() == FieldChange.Kind.COERCED) {
            json.set("coercedFrom", change.before());
        }
    }

    private static String because(FieldChange change) {
        return switch (change.kind()) {
            case NULL_DROPPED -> "the value is null, which the field does not take";
            case EMPTY_TEXT_DROPPED -> "the value is the empty text, which is dropped here";
            case UNKNOWN_KEY_DROPPED -> "the action has no such field";
            case CLOSED_OBJECT_DROPPED -> "its object takes declared members only";
            case ITEM_REMOVED -> "an item that is null or empty is removed";
            case COERCED -> "the value was converted";
        };
    }
}

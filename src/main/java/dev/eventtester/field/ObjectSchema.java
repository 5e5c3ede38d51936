package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The compiled rules for the members of an object; the payload itself is one. */
final class ObjectSchema {

    // fld-exempt: set aside before validation and put back after it.
    private static final String EXEMPT = "dynamicAuthSettings";

    private final String[] keys;
    private final ValueSchema[] values;
    private final Map<String, ValueSchema> declared;
    private final String[] required;
    private final ConditionalRequirement[] conditional;
    private final boolean open;

    /**
     * @param declared in the order of evaluation
     * @param open whether members that are not declared stay
     */
    ObjectSchema(
            Map<String, ValueSchema> declared,
            List<String> required,
            List<ConditionalRequirement> conditional,
            boolean open) {
        this.declared = declared;
        this.keys = declared.keySet().toArray(String[]::new);
        this.values = declared.values().toArray(ValueSchema[]::new);
        this.required = required.toArray(String[]::new);
        this.conditional = conditional.toArray(ConditionalRequirement[]::new);
        this.open = open;
    }

    Validation validateRoot(JsonNode payload, FieldSet.Cleaning cleaning, Findings findings) {
        JsonNode root = payload;
        if (payload instanceof ObjectNode object) {
            validateRoot(object, cleaning, findings);
        } else {
            root = cleaning == FieldSet.Cleaning.NONE ? payload : cleanRoot(payload);
            findings.wrong(null, "", Messages.wrongType("object", root));
        }
        List<FieldError> errors = findings.errors();
        return errors.isEmpty() ? new Validation.Valid(root) : new Validation.Invalid(errors);
    }

    private static JsonNode cleanRoot(JsonNode payload) {
        boolean empty = payload.isNull()
                || (payload.isTextual() && payload.textValue().isEmpty());
        return empty ? MissingNode.getInstance() : payload;
    }

    private void validateRoot(ObjectNode payload, FieldSet.Cleaning cleaning, Findings findings) {
        if (cleaning != FieldSet.Cleaning.NONE) {
            clean(payload, cleaning == FieldSet.Cleaning.SINGLE, findings);
        }
        JsonNode exempt = payload.get(EXEMPT);
        wrapLists(payload, findings);
        check(payload, "", findings);
        if (exempt != null) {
            payload.set(EXEMPT, exempt);
        }
    }

    /** Removes empty members. At the root of a single execution empty text goes whatever the type. */
    void clean(ObjectNode object, boolean dropsEmptyText, Findings findings) {
        for (Iterator<Entry<String, JsonNode>> members = object.properties().iterator(); members.hasNext(); ) {
            Entry<String, JsonNode> member = members.next();
            ValueSchema schema = declared.get(member.getKey());
            JsonNode value = member.getValue();
            if (dropsEmptyText && value.isTextual() && value.textValue().isEmpty()) {
                findings.dropped(FieldChange.Kind.EMPTY_TEXT_DROPPED, member.getKey(), value);
                members.remove();
            } else if (schema == null ? value.isMissingNode() : !schema.clean(value, member.getKey(), findings)) {
                members.remove();
            }
        }
    }

    // fld-nested-wrap: only at the root a lone object becomes a list of one.
    private void wrapLists(ObjectNode object, Findings findings) {
        for (int i = 0; i < keys.length; i++) {
            if (values[i].isList()) {
                JsonNode value = object.get(keys[i]);
                if (value != null && !value.isArray() && !value.isNull()) {
                    ArrayNode list = JsonNodeFactory.instance.arrayNode(1).add(value);
                    findings.changed(FieldChange.Kind.COERCED, keys[i], value, list);
                    object.set(keys[i], list);
                }
            }
        }
    }

    /** Checks the members, converts them in place and removes those that are not declared. */
    void check(ObjectNode object, String label, Findings findings) {
        for (ConditionalRequirement requirement : conditional) {
            requirement.check(object, findings);
        }
        for (String key : required) {
            if (!isPresent(object, key)) {
                findings.missing(key, label);
            }
        }
        if (!open) {
            removeUndeclared(object, findings);
        }
        for (int i = 0; i < keys.length; i++) {
            JsonNode value = object.get(keys[i]);
            if (value != null && !value.isMissingNode()) {
                JsonNode stored = values[i].check(value, keys[i], findings);
                if (stored != value) {
                    object.set(keys[i], stored);
                }
            }
        }
    }

    private void removeUndeclared(ObjectNode object, Findings findings) {
        FieldChange.Kind kind = findings.isAtRoot()
                ? FieldChange.Kind.UNKNOWN_KEY_DROPPED
                : FieldChange.Kind.CLOSED_OBJECT_DROPPED;
        for (Iterator<Entry<String, JsonNode>> members = object.properties().iterator(); members.hasNext(); ) {
            Entry<String, JsonNode> member = members.next();
            if (!declared.containsKey(member.getKey())) {
                members.remove();
                if (!(findings.isAtRoot() && member.getKey().equals(EXEMPT))) {
                    findings.dropped(kind, member.getKey(), member.getValue());
                }
            }
        }
    }

    static boolean isPresent(ObjectNode object, String key) {
        JsonNode value = object.get(key);
        return value != null && !value.isMissingNode();
    }
}

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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The compiled rules for the members of an object; the payload itself is one. */
final class ObjectSchema {

    // fld-exempt: set aside before validation and put back after it.
    private static final String EXEMPT = "dynamicAuthSettings";

    private final String[] keys;
    private final ValueSchema[] values;
    private final int[] lists;
    private final Set<String> declared;
    private final int[] required;
    private final ConditionalRequirement[] conditional;
    private final boolean open;

    /**
     * @param declared in the order of evaluation
     * @param open whether members that are not declared stay
     */
    ObjectSchema(
            Map<String, ValueSchema> declared,
            Set<String> required,
            List<ConditionalRequirement> conditional,
            boolean open) {
        this.declared = Set.copyOf(declared.keySet());
        this.keys = declared.keySet().toArray(String[]::new);
        this.values = declared.values().toArray(ValueSchema[]::new);
        this.lists = indexes(key -> declared.get(key).isList());
        this.required = indexes(required::contains);
        this.conditional = conditional.toArray(ConditionalRequirement[]::new);
        this.open = open;
    }

    private int[] indexes(Predicate<String> wanted) {
        return IntStream.range(0, keys.length).filter(i -> wanted.test(keys[i])).toArray();
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
        boolean empty =
                payload.isNull() || (payload.isTextual() && payload.textValue().isEmpty());
        return empty ? MissingNode.getInstance() : payload;
    }

    private void validateRoot(ObjectNode payload, FieldSet.Cleaning cleaning, Findings findings) {
        JsonNode[] found = lookUp(payload);
        if (cleaning != FieldSet.Cleaning.NONE) {
            clean(payload, found, cleaning == FieldSet.Cleaning.SINGLE, findings);
        }
        JsonNode exempt = payload.get(EXEMPT);
        wrapLists(payload, found, findings);
        check(payload, found, "", findings);
        if (exempt != null) {
            payload.set(EXEMPT, exempt);
        }
    }

    /** The values of the declared members in their order, null for those that are absent. */
    private JsonNode[] lookUp(ObjectNode object) {
        JsonNode[] found = new JsonNode[keys.length];
        for (int i = 0; i < keys.length; i++) {
            JsonNode value = object.get(keys[i]);
            found[i] = value == null || value.isMissingNode() ? null : value;
        }
        return found;
    }

    /** Removes empty members of a nested object. */
    void clean(ObjectNode object, Findings findings) {
        clean(object, lookUp(object), false, findings);
    }

    /** Removes empty members. At the root of a single execution empty text goes whatever the type. */
    private void clean(ObjectNode object, JsonNode[] found, boolean dropsEmptyText, Findings findings) {
        int kept = 0;
        for (int i = 0; i < keys.length; i++) {
            JsonNode value = found[i];
            if (value == null) {
                continue;
            }
            boolean empty = dropsEmptyText && isEmptyText(value);
            if (empty) {
                findings.dropped(FieldChange.Kind.EMPTY_TEXT_DROPPED, keys[i], value);
            }
            if (empty || !values[i].clean(value, keys[i], findings)) {
                object.remove(keys[i]);
                found[i] = null;
            } else {
                kept++;
            }
        }
        if (dropsEmptyText && kept < object.size()) {
            dropEmptyText(object, findings);
        }
    }

    // Empty text goes under unknown keys too, before conditions look for them.
    private static void dropEmptyText(ObjectNode object, Findings findings) {
        for (Iterator<Entry<String, JsonNode>> members = object.properties().iterator(); members.hasNext(); ) {
            Entry<String, JsonNode> member = members.next();
            if (isEmptyText(member.getValue())) {
                members.remove();
                findings.dropped(FieldChange.Kind.EMPTY_TEXT_DROPPED, member.getKey(), member.getValue());
            }
        }
    }

    private static boolean isEmptyText(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty();
    }

    // fld-nested-wrap: only at the root a lone object becomes a list of one.
    private void wrapLists(ObjectNode object, JsonNode[] found, Findings findings) {
        for (int i : lists) {
            JsonNode value = found[i];
            if (value != null && !value.isArray() && !value.isNull()) {
                ArrayNode list = JsonNodeFactory.instance.arrayNode(1).add(value);
                findings.converted(keys[i], value, list);
                object.set(keys[i], list);
                found[i] = list;
            }
        }
    }

    /** Checks the members of a nested object, converts them in place and removes those that are not declared. */
    void check(ObjectNode object, String label, Findings findings) {
        check(object, lookUp(object), label, findings);
    }

    private void check(ObjectNode object, JsonNode[] found, String label, Findings findings) {
        JsonNode[] current = found;
        if (conditional.length > 0) {
            boolean converted = false;
            for (ConditionalRequirement requirement : conditional) {
                converted |= requirement.check(object, findings);
            }
            current = converted ? lookUp(object) : found;
        }
        for (int i : required) {
            if (current[i] == null) {
                findings.missing(keys[i], label);
            }
        }
        int present = 0;
        for (int i = 0; i < keys.length; i++) {
            JsonNode value = current[i];
            if (value != null) {
                present++;
                JsonNode stored = values[i].check(value, keys[i], findings);
                if (stored != value) {
                    object.set(keys[i], stored);
                }
            }
        }
        if (present < object.size()) {
            checkUndeclared(object, findings);
        }
    }

    private void checkUndeclared(ObjectNode object, Findings findings) {
        boolean root = findings.isAtRoot();
        for (Iterator<Entry<String, JsonNode>> members = object.properties().iterator(); members.hasNext(); ) {
            Entry<String, JsonNode> member = members.next();
            if (!declared.contains(member.getKey())) {
                if (open) {
                    ValueSchema.checkDepth(member.getValue(), member.getKey(), "", findings);
                } else {
                    members.remove();
                    report(root, member, findings);
                }
            }
        }
    }

    private static void report(boolean root, Entry<String, JsonNode> member, Findings findings) {
        if (!root) {
            findings.dropped(FieldChange.Kind.CLOSED_OBJECT_DROPPED, member.getKey(), member.getValue());
        } else if (!member.getKey().equals(EXEMPT)) {
            findings.dropped(FieldChange.Kind.UNKNOWN_KEY_DROPPED, member.getKey(), member.getValue());
        }
    }

    static boolean isPresent(ObjectNode object, String key) {
        JsonNode value = object.get(key);
        return value != null && !value.isMissingNode();
    }
}

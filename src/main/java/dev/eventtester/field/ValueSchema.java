package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.field.format.Format;
import dev.eventtester.json.Depth;
import dev.eventtester.json.JsJson;
import java.util.Optional;

/** The compiled rules for one value: a member of an object or an item of a list. */
final class ValueSchema {

    private final String label;
    private final TypeUnion types;
    private final Choices choices;
    private final Limits limits;
    private final Format format;
    private final ObjectSchema members;
    private final ValueSchema items;
    private final boolean freeForm;

    /** The parts of a schema; null means that there is no such rule. */
    record Parts(String label, TypeUnion types, Choices choices, Limits limits, Format format) {}

    ValueSchema(Parts parts, Optional<ObjectSchema> members, Optional<ValueSchema> items) {
        this.label = parts.label();
        this.types = parts.types();
        this.choices = parts.choices();
        this.limits = parts.limits();
        this.format = parts.format();
        this.members = members.orElse(null);
        this.items = items.orElse(null);
        this.freeForm = members.isEmpty() && types.takes(JsonNodeType.OBJECT);
    }

    boolean isList() {
        return items != null;
    }

    /**
     * Removes what counts as empty.
     *
     * @param segment key or index of the value
     * @return whether the value stays
     */
    boolean clean(JsonNode value, Object segment, Findings findings) {
        return switch (value.getNodeType()) {
            case ARRAY -> {
                if (items != null) {
                    cleanItems((ArrayNode) value, segment, findings);
                }
                yield true;
            }
            case OBJECT -> {
                if (members != null) {
                    findings.enter(segment);
                    members.clean((ObjectNode) value, findings);
                    findings.leave();
                }
                yield true;
            }
            case NULL -> {
                boolean stays = types.takes(JsonNodeType.NULL);
                if (!stays) {
                    findings.dropped(FieldChange.Kind.NULL_DROPPED, segment, value);
                }
                yield stays;
            }
            case STRING -> {
                boolean stays =
                        types.takes(JsonNodeType.STRING) || !value.textValue().isEmpty();
                if (!stays) {
                    findings.dropped(FieldChange.Kind.EMPTY_TEXT_DROPPED, segment, value);
                }
                yield stays;
            }
            case MISSING -> false;
            default -> true;
        };
    }

    // fld-null-in-array: items are judged, but what is inside of them is not cleaned.
    private void cleanItems(ArrayNode array, Object segment, Findings findings) {
        int kept = 0;
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            if (items.isEmpty(item)) {
                findings.enter(segment);
                findings.dropped(FieldChange.Kind.ITEM_REMOVED, i, item);
                findings.leave();
            } else {
                if (kept < i) {
                    array.set(kept, item);
                }
                kept++;
            }
        }
        // From the end, so that nothing has to move.
        for (int last = array.size() - 1; last >= kept; last--) {
            array.remove(last);
        }
    }

    private boolean isEmpty(JsonNode item) {
        return switch (item.getNodeType()) {
            case NULL -> !types.takes(JsonNodeType.NULL);
            case STRING -> !types.takes(JsonNodeType.STRING) && item.textValue().isEmpty();
            case MISSING -> true;
            default -> false;
        };
    }

    /**
     * Converts and checks a value.
     *
     * @param segment key or index of the value
     * @return the value that takes its place
     */
    JsonNode check(JsonNode value, Object segment, Findings findings) {
        JsonNode stored = value;
        JsonNode data = value;
        if (members == null && !types.accepts(value)) {
            // fld-datetime-14: a list of one is opened even when its item then turns out to be no match.
            boolean opened = types.converts() && value.isArray() && value.size() == 1;
            data = opened ? value.get(0) : value;
            // A union never takes the item as it is, only after conversion.
            JsonNode converted = opened && types.isSingle() && types.accepts(data) ? data : types.convert(data);
            if (converted == null) {
                findings.wrong(segment, label, Messages.wrongType(types.label(), data));
            } else {
                findings.converted(segment, value, converted);
                stored = converted;
                data = converted;
            }
        }
        checkRules(data, segment, findings);
        return stored;
    }

    private void checkRules(JsonNode data, Object segment, Findings findings) {
        if (choices != null && !choices.contain(data)) {
            findings.wrong(segment, label, choices.message());
        }
        if (limits != null) {
            limits.check(data, segment, label, findings);
        }
        if (format != null && !format.accepts(data)) {
            findings.wrong(segment, label, Messages.wrongFormat(format.name()));
        }
        if (members != null) {
            checkMembers(data, segment, findings);
        } else if (items != null && data.isArray()) {
            checkItems((ArrayNode) data, segment, findings);
        } else if (freeForm) {
            checkDepth(data, segment, label, findings);
        }
    }

    /** Refuses a value that nobody looks into and that is deeper than any honest one. */
    static void checkDepth(JsonNode data, Object segment, String label, Findings findings) {
        if (data.isContainerNode() && Depth.exceeds(data, JsJson.MAX_DEPTH)) {
            findings.wrong(segment, label, Messages.tooDeep(JsJson.MAX_DEPTH));
        }
    }

    private void checkMembers(JsonNode data, Object segment, Findings findings) {
        if (data.isObject()) {
            findings.enter(segment);
            members.check((ObjectNode) data, label, findings);
            findings.leave();
        } else {
            findings.wrong(segment, label, Messages.wrongType(types.label(), data));
        }
    }

    private void checkItems(ArrayNode array, Object segment, Findings findings) {
        findings.enter(segment);
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            JsonNode stored = items.check(item, i, findings);
            if (stored != item) {
                array.set(i, stored);
            }
        }
        findings.leave();
    }
}

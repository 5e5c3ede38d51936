package dev.eventtester.actions.coded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.request.RequestDraft;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.field.FieldSet;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.json.JsDate;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Customer.io: events and attributes of people, with dates as Unix seconds. */
final class CustomerIo {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern ISO_DATE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final List<String> OWN_ATTRIBUTES =
            List.of("createdAt", "created_at", "object_type_id", "relationshipAttributes", "objectTypeId");
    private static final FieldSet EMAIL = FieldSet.of(Map.of(
            "email",
            FieldDefinition.of(
                    JsonNodeFactory.instance.objectNode().put("type", "string").put("format", "email"))));

    private CustomerIo() {}

    static OutgoingRequest event(ActionInput input) {
        JsonNode payload = input.payload();
        ObjectNode entity = object();
        entity.set("name", payload.path("name"));
        entity.set("id", payload.path("event_id"));
        entity.set("attributes", payload.path("data"));
        return request(input, "event", entity);
    }

    static OutgoingRequest person(ActionInput input) {
        JsonNode payload = input.payload();
        ObjectNode attributes = object();
        payload.path("custom_attributes")
                .properties()
                .forEach(attribute -> attributes.set(attribute.getKey(), attribute.getValue()));
        attributes.remove(OWN_ATTRIBUTES);
        copyTruthy(payload.path("created_at"), attributes, "created_at");
        copyTruthy(payload.path("email"), attributes, "email");
        ObjectNode entity = object();
        entity.set("attributes", attributes);
        if (JsType.isTruthy(payload.path("group_id"))) {
            entity.putArray("cio_relationships").add(relationship(payload));
        }
        return request(input, "identify", entity);
    }

    private static ObjectNode relationship(JsonNode payload) {
        ObjectNode relationship = object();
        JsonNode type = payload.path("object_type_id");
        ObjectNode identifiers = relationship.putObject("identifiers");
        identifiers.put("object_type_id", type.isMissingNode() ? "1" : JsText.of(type));
        identifiers.set("object_id", payload.path("group_id"));
        copyTruthy(payload.path("relationship_attributes"), relationship, "relationship_attributes");
        return relationship;
    }

    private static OutgoingRequest request(ActionInput input, String action, ObjectNode entity) {
        JsonNode payload = input.payload();
        JsonNode convert = payload.path("convert_timestamp");
        boolean converts = !convert.isMissingNode() && convert.asBoolean();
        ObjectNode body = object().put("type", "person").put("action", action);
        body.setAll(converts ? withSeconds(entity) : entity);
        if (JsType.isTruthy(payload.path("timestamp"))) {
            body.set("timestamp", seconds(payload.path("timestamp")));
        }
        identify(payload, body);
        boolean inEurope = input.settings().path("accountRegion").asText().startsWith("EU");
        return RequestDraft.post("https://track" + (inEurope ? "-eu" : "") + ".customer.io/api/v2/entity")
                .basic(
                        JsText.of(input.settings().path("siteId")),
                        JsText.of(input.settings().path("apiKey")))
                .json(body)
                .build();
    }

    private static void identify(JsonNode payload, ObjectNode body) {
        JsonNode anonymous = payload.path("anonymous_id");
        String person = payload.path("id").asText();
        ObjectNode identifiers = object();
        if (person.startsWith("cio_")) {
            identifiers.put("cio_id", person.substring("cio_".length()));
        } else if (!person.isEmpty()) {
            identifiers.put(isEmail(person) ? "email" : "id", person);
        } else if (JsType.isTruthy(payload.path("email"))) {
            identifiers.set("email", payload.path("email"));
        } else {
            copyTruthy(anonymous, identifiers, "anonymous_id");
        }
        if (JsType.isTruthy(anonymous)) {
            ObjectNode attributes = object();
            body.path("attributes").properties().forEach(known -> attributes.set(known.getKey(), known.getValue()));
            attributes.set("anonymous_id", anonymous);
            body.set("attributes", attributes);
        }
        if (!identifiers.isEmpty()) {
            body.set("identifiers", identifiers);
        }
        if (identifiers.has("anonymous_id")) {
            ((ObjectNode) body.path("attributes")).remove("anonymous_id");
        }
    }

    private static boolean isEmail(String text) {
        return EMAIL.validate(object().put("email", text)).isValid();
    }

    // Not inside of arrays: dst-customerio-trackEvent-time-4.
    private static ObjectNode withSeconds(JsonNode object) {
        ObjectNode converted = object();
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            boolean isDate = value.isTextual() && isIsoDate(value.textValue());
            JsonNode plain = isDate ? seconds(value) : value;
            converted.set(member.getKey(), value.isObject() ? withSeconds(value) : plain);
        });
        return converted;
    }

    private static boolean isIsoDate(String text) {
        return ISO_DATE.matcher(text).matches() && !Double.isNaN(JsDate.parse(text));
    }

    private static JsonNode seconds(JsonNode date) {
        String text = JsText.of(date);
        if (!date.isTextual() || NUMBER.matcher(text).matches()) {
            return date;
        }
        double millis = DateTime.millis(text);
        return Double.isNaN(millis) ? date : LongNode.valueOf((long) Math.floor(millis / 1000));
    }

    private static void copyTruthy(JsonNode value, ObjectNode to, String member) {
        if (JsType.isTruthy(value)) {
            to.set(member, value);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

package dev.eventtester.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.event.Event;
import dev.eventtester.json.JsType;
import java.util.ArrayList;
import java.util.List;

/**
 * Entities of a warehouse that a Linked Event brings along: each one is looked up by a property of the event and merged
 * under {@code properties.<name>}.
 *
 * @param event with its entities
 * @param entities what became of each
 */
record Enrichment(Event event, List<Merged> entities) {

    private static final int MOST_ENTITIES = 20;
    private static final int MOST_ROWS = 1000;

    /** Whether the entity of an event was there. */
    private enum State {
        FOUND,
        /** No row has the event's value, or the event has none. */
        NOT_FOUND,
        /** The row is there, and every column asked for is null or missing. */
        EMPTY
    }

    /** What became of one entity. */
    private record Merged(String name, String entity, String matchProperty, JsonNode matchValue, State state) {}

    /**
     * Merges the entities that a test brings into its event.
     *
     * @param enrichments {@code [{name, entity, matchProperty, columns, rows, key?}]}; the key is the column that the
     *     match property is compared with, by default the first one
     * @return null if the test brings none
     */
    static Enrichment of(Event event, JsonNode enrichments) {
        if (JsType.isNullish(enrichments)) {
            return null;
        }
        if (!enrichments.isArray() || enrichments.size() > MOST_ENTITIES) {
            throw ApiException.invalid(
                    "enrichments", "\"enrichments\" must be an array of at most " + MOST_ENTITIES + " entities.");
        }
        ObjectNode document = event.document().deepCopy();
        List<Merged> merged = new ArrayList<>();
        for (int i = 0; i < enrichments.size(); i++) {
            merged.add(merge(document, enrichments.get(i), "enrichments[" + i + "]"));
        }
        return new Enrichment(new Event(document.toString(), document), merged);
    }

    private static Merged merge(ObjectNode document, JsonNode wanted, String field) {
        String name = text(wanted, "name", field);
        String entity = text(wanted, "entity", field);
        String property = text(wanted, "matchProperty", field);
        List<String> columns = columns(wanted.path("columns"), field);
        JsonNode rows = wanted.path("rows");
        if (!rows.isArray() || rows.size() > MOST_ROWS) {
            throw ApiException.invalid(
                    field + ".rows", "\"" + field + ".rows\" must be an array of at most " + MOST_ROWS + " rows.");
        }
        String key = wanted.path("key").isTextual() ? wanted.path("key").textValue() : columns.get(0);
        JsonNode value = at(document.path("properties"), property);
        ObjectNode row = row(rows, key, value, columns);
        if (row == null) {
            return new Merged(name, entity, property, value, State.NOT_FOUND);
        }
        document.withObjectProperty("properties").set(name, row);
        boolean empty = row.properties().stream().allMatch(column -> JsType.isNullish(column.getValue()));
        return new Merged(name, entity, property, value, empty ? State.EMPTY : State.FOUND);
    }

    private static ObjectNode row(JsonNode rows, String key, JsonNode value, List<String> columns) {
        for (JsonNode candidate : rows) {
            if (!JsType.isNullish(value) && candidate.path(key).asText().equals(value.asText())) {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                columns.stream().filter(candidate::has).forEach(column -> row.set(column, candidate.get(column)));
                return row;
            }
        }
        return null;
    }

    private static JsonNode at(JsonNode properties, String path) {
        JsonNode value = properties;
        for (String step : path.split("\\.")) {
            value = value.path(step);
        }
        return value;
    }

    private static String text(JsonNode wanted, String member, String field) {
        JsonNode value = wanted.path(member);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw ApiException.invalid(field + "." + member, "\"" + field + "." + member + "\" must be a text.");
        }
        return value.textValue();
    }

    private static List<String> columns(JsonNode wanted, String field) {
        List<String> columns = new ArrayList<>();
        wanted.forEach(column -> columns.add(column.asText()));
        if (!wanted.isArray() || columns.isEmpty()) {
            throw ApiException.invalid(
                    field + ".columns", "\"" + field + ".columns\" must be an array of at least one name.");
        }
        return columns;
    }

    /** How the outcome shows it. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("event", event.document());
        ArrayNode all = json.putArray("entities");
        for (Merged merged : entities) {
            ObjectNode entry = all.addObject();
            entry.put("name", merged.name());
            entry.put("entity", merged.entity());
            entry.put("matchProperty", merged.matchProperty());
            if (!merged.matchValue().isMissingNode()) {
                entry.set("matchValue", merged.matchValue());
            }
            entry.put("state", merged.state().name());
        }
        return json;
    }
}

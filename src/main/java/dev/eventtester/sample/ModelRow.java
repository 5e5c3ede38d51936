package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.json.JsNumber;
import dev.eventtester.sample.row.Column;
import dev.eventtester.sample.row.ColumnType;
import dev.eventtester.sample.row.RowColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a sample that is a model's row. Whatever is done to the sample, a row has no column that its model has
 * not, and each column holds what the model says. Not thread-safe.
 */
final class ModelRow {

    private final RowColumns columns;
    private final String section;
    private final ObjectNode event;
    private final Map<String, JsonNode> usual = new HashMap<>();

    /**
     * Puts a row into an event.
     *
     * @param section the member of the event that holds the row
     */
    ModelRow(RowColumns columns, String section, ObjectNode event, Inventions invent) {
        this.columns = columns;
        this.section = section;
        this.event = event;
        for (Column column : columns.columns()) {
            usual.put(column.name(), column.hasExample() ? column.example() : value(column, invent));
        }
        if (columns.complete()) {
            event.putObject(section);
        }
        columns.columns().forEach(column -> row().set(column.name(), usual(column)));
    }

    /** A value of a column's type that its name suggests. */
    private static JsonNode value(Column column, Inventions invent) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("label", "");
        definition.put("type", fieldType(column.type()));
        definition.put("multiple", column.type() == ColumnType.ARRAY);
        List<String> names = List.of(column.name());
        return FieldValue.of(new Wish(names, FieldDefinition.of(definition), null, "", null), invent);
    }

    private static String fieldType(ColumnType type) {
        return type == ColumnType.ARRAY ? "string" : type.name().toLowerCase(Locale.ROOT);
    }

    private JsonNode usual(Column column) {
        return usual.get(column.name()).deepCopy();
    }

    private ObjectNode row() {
        return event.get(section) instanceof ObjectNode row ? row : event.putObject(section);
    }

    /** Whether a mapping's wish may change a place: not where the row has no such column, nor where it has an example. */
    boolean mayChange(List<String> names) {
        return !isMissing(names) && (!isColumn(names) || !hasExample(names.get(1)));
    }

    private boolean isMissing(List<String> names) {
        return columns.complete()
                && isColumn(names)
                && columns.named(names.get(1)).isEmpty();
    }

    private boolean isColumn(List<String> names) {
        return names.size() > 1 && names.get(0).equals(section);
    }

    private boolean hasExample(String name) {
        return columns.named(name).filter(Column::hasExample).isPresent();
    }

    /** Whether a row that is deleted keeps this column. */
    boolean outlives(String name) {
        return columns.isIdentifier(name) || (!columns.complete() && ProductRecord.identifies(name));
    }

    /** Gives every column back what it holds by the model, and takes the others away. */
    void settle() {
        if (columns.complete()) {
            row().retain(columns.columns().stream().map(Column::name).toList());
        }
        columns.columns().forEach(column -> settle(column, row()));
    }

    private void settle(Column column, ObjectNode row) {
        JsonNode present = row.path(column.name());
        boolean empty = present.isMissingNode() || present.isNull();
        if (empty && !columns.isIdentifier(column.name())) {
            row.putNull(column.name());
        } else {
            row.set(column.name(), as(column.type(), present).orElseGet(() -> usual(column)));
        }
    }

    /** The value as a column of a type spells it. */
    private static Optional<JsonNode> as(ColumnType type, JsonNode value) {
        if (type.holds(value)) {
            return Optional.of(value);
        }
        return switch (type) {
            case STRING -> value.isNumber() || value.isBoolean() ? Optional.of(text(value)) : Optional.empty();
            case INTEGER, NUMBER -> number(value).filter(type::holds);
            case BOOLEAN -> truth(value.asText());
            case ARRAY -> value.isObject() ? Optional.of(list(value)) : Optional.empty();
            case DATETIME, OBJECT -> Optional.empty();
        };
    }

    private static JsonNode text(JsonNode value) {
        return TextNode.valueOf(value.isNumber() ? JsNumber.text(value.doubleValue()) : value.asText());
    }

    private static Optional<JsonNode> number(JsonNode value) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            return Optional.empty();
        }
        double number = JsNumber.parse(value.textValue());
        return Double.isFinite(number) ? Optional.of(FieldValue.numberNode(number)) : Optional.empty();
    }

    private static Optional<JsonNode> truth(String text) {
        return text.equals("true") || text.equals("false")
                ? Optional.of(BooleanNode.valueOf(text.equals("true")))
                : Optional.empty();
    }

    private static ArrayNode list(JsonNode item) {
        return JsonNodeFactory.instance.arrayNode().add(item);
    }
}

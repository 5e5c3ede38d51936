package dev.eventtester.sample.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One column of a model's rows.
 *
 * @param name as a mapping spells it; unlike every other column's
 * @param example a value of the type, which samples have; missing for any value that suits
 */
public record Column(String name, ColumnType type, JsonNode example) {

    public Column {
        if (!example.isMissingNode() && !type.holds(example)) {
            throw new IllegalArgumentException("The example of column " + name + " is no " + type);
        }
    }

    /** A column of which no value is known. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, MissingNode.getInstance());
    }

    /** Reads what {@link #toJson} gave. */
    public static Column read(JsonNode json) {
        ColumnType type = ColumnType.valueOf(json.path("type").textValue());
        return new Column(json.path("name").textValue(), type, json.path("example"));
    }

    public boolean hasExample() {
        return !example.isMissingNode();
    }

    /** {@code {name, type, example?}}. */
    public ObjectNode toJson() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("name", name).put("type", type.name());
        if (hasExample()) {
            json.set("example", example);
        }
        return json;
    }
}

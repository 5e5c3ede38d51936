package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.value.Budget;
import dev.eventtester.liquid.value.Values;
import java.util.Map.Entry;

/** {@code JSON.stringify} with indentation, within a budget. */
final class JsonWriter {

    private static final int MAX_INDENT = 10;

    private final StringBuilder json = new StringBuilder();
    private final String indent;
    private final boolean lines;
    private final Budget budget;
    private int level;

    private JsonWriter(String indent, boolean lines, Budget budget) {
        this.indent = indent;
        this.lines = lines;
        this.budget = budget;
    }

    /**
     * The JSON text of a value; undefined stays undefined.
     *
     * @param space a number of spaces or the text to indent with; anything else means that all is in one line
     */
    static JsonNode write(JsonNode value, JsonNode space, Budget budget) {
        if (value.isMissingNode()) {
            return value;
        }
        String indent = indent(space);
        // A fraction of a space is none, but it still breaks the lines.
        boolean lines = !indent.isEmpty() || (space.isNumber() && space.doubleValue() > 0);
        JsonWriter writer = new JsonWriter(indent, lines, budget);
        writer.write(value);
        return Values.text(writer.json.toString());
    }

    private static String indent(JsonNode space) {
        if (space.isNumber()) {
            return " ".repeat((int) Math.max(0, Math.min(MAX_INDENT, space.doubleValue())));
        }
        if (space.isTextual()) {
            String text = space.textValue();
            return text.substring(0, Math.min(MAX_INDENT, text.length()));
        }
        return "";
    }

    private void write(JsonNode value) {
        budget.work(Budget.VALUE);
        if (value.isObject()) {
            writeObject(value);
        } else if (value.isArray()) {
            writeArray(value);
        } else if (JsType.isNullish(value)) {
            json.append("null");
        } else {
            budget.workForDigits(value.asDouble());
            append(JsJson.stringify(value));
        }
    }

    private void writeObject(JsonNode object) {
        enter('{');
        boolean first = true;
        for (Entry<String, JsonNode> member : JsJson.members(object)) {
            if (member.getValue().isMissingNode()) {
                continue;
            }
            separate(first);
            first = false;
            append(JsJson.stringify(Values.text(member.getKey())));
            json.append(lines ? ": " : ":");
            write(member.getValue());
        }
        leave('}', first);
    }

    private void writeArray(JsonNode array) {
        enter('[');
        boolean first = true;
        for (JsonNode item : array) {
            separate(first);
            first = false;
            write(item);
        }
        leave(']', first);
    }

    private void enter(char bracket) {
        budget.enter();
        level++;
        json.append(bracket);
    }

    private void leave(char bracket, boolean empty) {
        budget.leave();
        level--;
        if (!empty) {
            breakLine();
        }
        json.append(bracket);
    }

    private void separate(boolean first) {
        if (!first) {
            json.append(',');
        }
        breakLine();
    }

    private void breakLine() {
        if (lines) {
            budget.work((long) level * indent.length());
            json.append('\n').append(indent.repeat(level));
        }
    }

    private void append(String text) {
        budget.work(text.length());
        json.append(text);
    }
}

package dev.eventtester.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Require;
import dev.eventtester.sample.row.Column;
import dev.eventtester.sample.row.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the columns of a model must be like; each failure names the member and the rule. */
final class ColumnRules {

    static final int MOST = 200;
    /** With values for all columns that have no example, a row is then no larger than an event may be. */
    private static final int MAX_BYTES = 12 * 1024;

    private static final int MAX_DEPTH = 20;
    private static final String COLUMNS = "columns";

    private ColumnRules() {}

    /**
     * A column of a request.
     *
     * @param example null for none
     */
    record Wanted(String name, String type, JsonNode example) {}

    /** The columns of a request, checked. */
    static List<Column> checked(List<Wanted> wanted) {
        Require.present(COLUMNS, wanted);
        if (wanted.size() > MOST) {
            throw ApiException.invalid(COLUMNS, "A model may have at most " + MOST + " columns.");
        }
        Set<String> names = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String place = COLUMNS + "." + i;
            Column column = checked(place, Require.present(place, wanted.get(i)));
            if (!names.add(column.name())) {
                throw ApiException.invalid(place + ".name", "\"" + place + ".name\" is the name of an earlier column.");
            }
            columns.add(column);
        }
        if (!areKept(columns)) {
            throw ApiException.tooLarge(COLUMNS, "\"columns\" is larger than 12 KB; shorten names or examples.");
        }
        return columns;
    }

    private static Column checked(String place, Wanted wanted) {
        String name = Require.name(place + ".name", wanted.name());
        ColumnType type = type(place + ".type", wanted.type());
        if (wanted.example() == null || wanted.example().isNull()) {
            return Column.of(name, type);
        }
        if (!type.holds(wanted.example())) {
            throw ApiException.invalid(
                    place + ".example", "\"" + place + ".example\" is not a value of the type " + type + ".");
        }
        if (!isKept(wanted.example(), MAX_DEPTH)) {
            throw ApiException.invalid(
                    place + ".example",
                    "\"" + place + ".example\" must not be nested deeper than " + MAX_DEPTH
                            + " levels or have a number that is too large.");
        }
        return new Column(name, type, wanted.example());
    }

    private static ColumnType type(String field, String name) {
        Require.present(field, name);
        return Arrays.stream(ColumnType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        field, "\"" + field + "\" must be one of " + Arrays.toString(ColumnType.values()) + "."));
    }

    private static boolean isKept(JsonNode value, int levels) {
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue());
        }
        if (levels == 0) {
            return !value.isContainerNode();
        }
        for (JsonNode child : value) {
            if (!isKept(child, levels - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether so many columns, which are otherwise right, are not too many or too large. */
    static boolean areKept(List<Column> columns) {
        return columns.size() <= MOST && write(columns).getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    /** The columns as they are stored. */
    static String write(List<Column> columns) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        columns.forEach(column -> json.add(column.toJson()));
        return json.toString();
    }
}

package dev.eventtester.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import dev.eventtester.sample.SampleEvents;
import dev.eventtester.sample.row.Column;
import dev.eventtester.sample.row.ColumnType;
import dev.eventtester.sample.row.RowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a model and where they are known from. The identifier column is always one of them.
 *
 * @param rows what samples are made after; complete unless the identifier alone is known
 */
public record ModelColumns(RowColumns rows, Origin origin) {

    /** Where columns are known from. */
    public enum Origin {
        /** Somebody set them. */
        SET,
        /** The query names them; the types are what the names suggest. */
        QUERY,
        /** Nobody set them and the query does not name them all: the rows have more columns than these. */
        IDENTIFIER
    }

    /** The columns of no model. */
    public static final ModelColumns NONE = new ModelColumns(RowColumns.UNKNOWN, Origin.SET);

    static ModelColumns of(Model model) {
        if (model.rowColumns != null) {
            return of(set(model.rowColumns), model.queryIdentifierColumn, Origin.SET);
        }
        Optional<List<Column>> named = SelectList.of(model.query)
                .map(names -> names.stream().map(SampleEvents::likelyColumn).toList())
                .filter(ColumnRules::areKept);
        return of(
                named.orElse(List.of()),
                model.queryIdentifierColumn,
                named.isPresent() ? Origin.QUERY : Origin.IDENTIFIER);
    }

    private static List<Column> set(String json) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : JsonText.parse(json)) {
            columns.add(Column.read(column));
        }
        return columns;
    }

    /** Warehouses differ in the case of names, so the identifier is looked for without regard to it. */
    private static ModelColumns of(List<Column> columns, String identifier, Origin origin) {
        List<Column> all = new ArrayList<>(columns);
        Optional<String> present = columns.stream()
                .map(Column::name)
                .filter(identifier::equalsIgnoreCase)
                .findFirst();
        if (present.isEmpty()) {
            ColumnType type = SampleEvents.likelyColumn(identifier).type();
            all.add(0, Column.of(identifier, type));
        }
        return new ModelColumns(new RowColumns(all, present.orElse(identifier), origin != Origin.IDENTIFIER), origin);
    }
}

package dev.eventtester.sample.row;

import java.util.List;
import java.util.Optional;

/**
 * The columns of a model's rows, as far as they are known. Immutable.
 *
 * @param columns in the order of the row
 * @param identifier the name of the column that tells rows apart, one of them; empty if there is none
 * @param complete whether the rows have no other columns
 */
public record RowColumns(List<Column> columns, String identifier, boolean complete) {

    /** Of rows that nothing is known of. */
    public static final RowColumns UNKNOWN = new RowColumns(List.of(), "", false);

    public RowColumns {
        columns = List.copyOf(columns);
    }

    /** The column with exactly this name. */
    public Optional<Column> named(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public boolean isIdentifier(String name) {
        return !name.isEmpty() && name.equals(identifier);
    }
}

package dev.eventtester.sample;

import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import dev.eventtester.sample.row.RowColumns;

/**
 * What kind of sample is wanted.
 *
 * @param product what makes the record
 * @param type null for the one that suits best; a trigger has the last word
 * @param columns of the model that gives a Reverse ETL record; other products have none
 */
public record Wanted(Product product, EventType type, RowColumns columns) {

    public Wanted {
        if (product != Product.REVERSE_ETL) {
            columns = RowColumns.UNKNOWN;
        }
    }

    /** A sample of a product whose records may have any columns. */
    public static Wanted of(Product product, EventType type) {
        return new Wanted(product, type, RowColumns.UNKNOWN);
    }
}

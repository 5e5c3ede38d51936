package dev.eventtester.catalog;

/** Where a source gets its records from. */
public enum SourceKind {
    /** Events that applications send. */
    EVENTS,
    /** Rows of a data warehouse (Reverse ETL). */
    WAREHOUSE
}

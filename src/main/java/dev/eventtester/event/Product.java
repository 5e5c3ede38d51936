package dev.eventtester.event;

/** Where a mapping lives, and so what kind of record it gets. */
public enum Product {
    /** Events of a source, as its code sends them. */
    CONNECTIONS,
    /** Rows of a warehouse: track events named new, updated or deleted, columns in the properties. */
    REVERSE_ETL,
    /** Profiles or entities that enter or leave an audience. */
    LINKED_AUDIENCES,
    /** Events enriched with rows of entities. */
    LINKED_EVENTS,
    /** Steps of a journey. */
    JOURNEYS
}

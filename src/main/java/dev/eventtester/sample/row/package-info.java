/**
 * What is known of a model's rows: their columns, what each one holds, and which of them tells the rows apart.
 * Samples of Reverse ETL records are made after it.
 */
package dev.eventtester.sample.row;

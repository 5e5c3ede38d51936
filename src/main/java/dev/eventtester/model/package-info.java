/**
 * Reverse ETL models: queries of warehouse sources, whose rows become records.
 * They are configuration that mappings point to; nothing here runs a query.
 */
package dev.eventtester.model;

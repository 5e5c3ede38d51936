/**
 * Reads the parts that definitions are made of: fields, requests, triggers and directives, compiled where they stand.
 * What does not compile is a problem of its line.
 */
package dev.eventtester.catalog.reading;

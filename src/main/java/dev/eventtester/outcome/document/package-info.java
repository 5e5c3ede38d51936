/**
 * The document of one test with its vocabulary: verdicts, stages, counts, notes. It knows no database.
 * Its text is what the caller gets and what is stored, byte for byte.
 */
package dev.eventtester.outcome.document;

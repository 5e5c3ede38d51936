/**
 * The stored results of tests: each is one document that is written before the first call, completed after the last one,
 * and never changed again.
 */
package dev.eventtester.outcome;

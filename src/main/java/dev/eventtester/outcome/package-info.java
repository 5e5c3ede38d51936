/**
 * The stored results of tests: each is one document that is written before the first call, completed after the last one,
 * and never changed again. What is in it, who finds it and how it ends have rooms of their own.
 */
package dev.eventtester.outcome;

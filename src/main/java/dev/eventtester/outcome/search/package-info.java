/**
 * The parameters that choose outcomes from the history, and mapping results from one outcome.
 * A wrong one is a 422 that names it; one that is absent lets everything through.
 */
package dev.eventtester.outcome.search;

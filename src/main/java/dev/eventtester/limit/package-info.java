/**
 * How much a workspace may test: tests per minute, calls per day, calls in flight. A test that would pass a limit is
 * refused before anything of it is stored or sent.
 */
package dev.eventtester.limit;

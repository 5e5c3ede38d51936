/**
 * Destination filters: their conditions, what they do to an event, and how they are stored.
 * A test bypasses them; it only says what they would have done.
 */
package dev.eventtester.filter;

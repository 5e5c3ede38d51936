/**
 * Who changed or tested what: every request of a caller that changes something and succeeds leaves one entry.
 * Owners read them; nothing ever changes them.
 */
package dev.eventtester.audit;

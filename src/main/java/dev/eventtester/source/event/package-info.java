/**
 * The ring of recent events that every source has, exactly as they were received.
 * A test loads its event from here, with what the batch and the arrival add to it.
 */
package dev.eventtester.source.event;

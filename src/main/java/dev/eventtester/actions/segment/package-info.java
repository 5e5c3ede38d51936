/**
 * Segment Connections: the messages that its five actions send, and the rules by which the Tracking API drops some.
 * The rules serve its mapping tests, which predict and never send.
 */
package dev.eventtester.actions.segment;

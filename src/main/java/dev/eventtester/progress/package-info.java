/**
 * A test as it goes on: what is told to whoever wants to follow it, and how that is written as server-sent events.
 * It knows no test; the tester tells it what happens.
 */
package dev.eventtester.progress;

/**
 * The two testers: one event goes to every enabled mapping of a destination, or one record to one mapping, and every
 * call comes back in one outcome. Plan, fan out, gather, store.
 */
package dev.eventtester.tester;

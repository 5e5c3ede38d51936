/**
 * What ends an outcome that does not end by itself: the death of the replica that ran the test, and age.
 * Replicas share this work and never wait for each other.
 */
package dev.eventtester.outcome.lifetime;

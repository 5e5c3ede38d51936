/**
 * Repeated requests: a key that a caller chose stands for one test for a day, whichever replica gets it. The database
 * decides which request was the first; every other one gets that one's outcome.
 */
package dev.eventtester.idempotency;

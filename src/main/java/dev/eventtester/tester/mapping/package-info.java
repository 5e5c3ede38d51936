/**
 * The test of one mapping: it goes through its stages, from the trigger to the delivery, and whatever goes wrong becomes
 * part of its result. The result is written down here as the outcome shows it, field by field and call by call.
 */
package dev.eventtester.tester.mapping;

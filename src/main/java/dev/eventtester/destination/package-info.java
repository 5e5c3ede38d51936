/**
 * Where events go: configured destinations with their sealed secrets, and their mappings.
 * What is saved here has been checked, so that a test only ever meets what production would accept.
 */
package dev.eventtester.destination;

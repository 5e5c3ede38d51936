/**
 * What is known of sources and destinations: definitions in YAML, built in or mounted by a team, read and checked at
 * start.
 * The rest of the service sees immutable records; a wrong file stops the start with its name, line and reason.
 */
package dev.eventtester.catalog;

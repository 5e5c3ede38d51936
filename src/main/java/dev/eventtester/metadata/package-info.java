/**
 * The catalog as the Public API shows it. Its clients refuse members that they do not know, so these records have
 * exactly the members of the published models.
 */
package dev.eventtester.metadata;

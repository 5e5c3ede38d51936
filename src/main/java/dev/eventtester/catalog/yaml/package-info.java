/**
 * YAML read strictly: every value knows its file and line, and what is wrong with it is collected instead of thrown.
 * Knows the scalars of JSON and nothing of sources or destinations.
 */
package dev.eventtester.catalog.yaml;

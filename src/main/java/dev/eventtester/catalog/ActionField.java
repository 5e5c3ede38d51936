package dev.eventtester.catalog;

import dev.eventtester.field.definition.FieldDefinition;

/**
 * A field of an action, as the catalog lists it.
 *
 * @param id stable: derived from destination, action and field
 * @param sortOrder its place among the action's fields, from 0
 * @param key its name in mappings and payloads
 */
public record ActionField(String id, int sortOrder, String key, FieldDefinition definition) {}

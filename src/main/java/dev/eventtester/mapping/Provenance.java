package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where one field of a result comes from.
 *
 * @param field the field, members of plain objects joined with dots
 * @param from the directive and what it reads, such as {@code @path $.event}; {@code literal} for a plain value
 * @param value what the field resolved to; a missing node if to nothing
 * @param because why there is no value; null if there is one
 */
public record Provenance(String field, String from, JsonNode value, String because) {}

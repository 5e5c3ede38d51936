package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a mapping made of an event and how.
 *
 * @param value as {@link Mapping#resolve} returns it; a missing node after an error
 * @param error the message of the failure; null if there is none
 * @param fields the fields in the order of their evaluation; after an error of one field, only that field
 */
public record Resolution(JsonNode value, String error, List<Provenance> fields) {}

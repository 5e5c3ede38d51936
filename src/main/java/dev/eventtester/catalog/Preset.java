package dev.eventtester.catalog;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A ready-made mapping of a destination.
 *
 * @param mapping the field values, the action's defaults included; not to be changed
 */
public record Preset(String name, String actionSlug, String trigger, JsonNode mapping) {}

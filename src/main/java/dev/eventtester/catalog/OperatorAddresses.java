package dev.eventtester.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Addresses that the operator may set, seen by definitions as {@code $.config.segment.…}. Without trailing slashes.
 *
 * @param northAmerica the Tracking API of that region
 * @param europe the Tracking API of that region
 * @param settingsCdn where the settings of a write key are asked
 */
public record OperatorAddresses(String northAmerica, String europe, String settingsCdn) {

    public OperatorAddresses {
        northAmerica = withoutSlash(northAmerica);
        europe = withoutSlash(europe);
        settingsCdn = withoutSlash(settingsCdn);
    }

    /** Segment's own. */
    public static OperatorAddresses defaults() {
        return new OperatorAddresses(
                "https://api.segment.io/v1", "https://events.eu1.segmentapis.com/v1", "https://cdn.segment.com/v1");
    }

    static OperatorAddresses of(SegmentConfig config) {
        return new OperatorAddresses(
                config.endpoints().northAmerica(), config.endpoints().europe(), config.settingsCdn());
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? withoutSlash(address.substring(0, address.length() - 1)) : address;
    }

    JsonNode json() {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        ObjectNode segment = config.putObject("segment");
        segment.putObject("endpoints").put("north_america", northAmerica).put("europe", europe);
        segment.put("settings_cdn", settingsCdn);
        return config;
    }
}

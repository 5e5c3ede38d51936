package dev.eventtester.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The addresses behind the Segment Connections destination, so that an operator can point it elsewhere. */
@ConfigMapping(prefix = "event-tester.segment")
public interface SegmentConfig {

    /** The Tracking API's base address per region. */
    Endpoints endpoints();

    /** The base address of the settings that tell whether a write key exists. */
    @WithName("settings-cdn")
    @WithDefault("https://cdn.segment.com/v1")
    String settingsCdn();

    /** Base addresses without a trailing slash. */
    interface Endpoints {

        @WithName("north_america")
        @WithDefault("https://api.segment.io/v1")
        String northAmerica();

        @WithDefault("https://events.eu1.segmentapis.com/v1")
        String europe();
    }
}

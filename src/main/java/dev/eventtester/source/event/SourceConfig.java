package dev.eventtester.source.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many events are remembered. */
@ConfigMapping(prefix = "event-tester.sources")
interface SourceConfig {

    /** The size of the ring of recent events that every source has, in events. */
    @WithDefault("500")
    int recentEvents();
}

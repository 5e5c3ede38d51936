package dev.eventtester.outcome.lifetime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How outcomes are kept. */
@ConfigMapping(prefix = "event-tester.outcomes")
interface OutcomeConfig {

    /** How long an outcome is kept. */
    @WithDefault("30d")
    Duration retention();

    /** After how long without a sign of life a replica counts as dead, and its tests as interrupted. */
    @WithDefault("10s")
    Duration deadAfter();
}

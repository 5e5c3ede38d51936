package dev.eventtester.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much each workspace may test. Every mapping of a test that sends counts as one call, whether it matches or not. */
@ConfigMapping(prefix = LimitConfig.PREFIX)
public interface LimitConfig {

    String PREFIX = "event-tester.limits";

    /** The tests that may begin within one minute of the clock, over all replicas. */
    @WithDefault("6000")
    int testsPerMinute();

    /** The calls that may be planned within one day, UTC, over all replicas; tests that only validate make none. */
    @WithDefault("1000000")
    int callsPerDay();

    /** The calls that may be under way at one time, per replica; a test that needs more than are free does not begin. */
    @WithDefault("2000")
    int callsInFlight();
}

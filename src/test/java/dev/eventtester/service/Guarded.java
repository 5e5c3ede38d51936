package dev.eventtester.service;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with low limits, a short time for calls, and marked events. */
public final class Guarded implements QuarkusTestProfile {

    static final int TESTS_PER_MINUTE = 20;
    static final int CALLS_PER_DAY = 100;
    static final int CALLS_IN_FLIGHT = 60;
    static final int CALL_TIMEOUT_MILLIS = 2000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "event-tester.limits.tests-per-minute", Integer.toString(TESTS_PER_MINUTE),
                "event-tester.limits.calls-per-day", Integer.toString(CALLS_PER_DAY),
                "event-tester.limits.calls-in-flight", Integer.toString(CALLS_IN_FLIGHT),
                "event-tester.delivery.call-timeout", CALL_TIMEOUT_MILLIS + "ms",
                "event-tester.tests.mark-events", "true");
    }
}

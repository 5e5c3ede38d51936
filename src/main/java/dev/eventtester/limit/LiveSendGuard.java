package dev.eventtester.limit;

import dev.eventtester.api.ApiException;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Holds tests against the limits of their workspace. Made at the start, so that a wrong key stops it. */
@Startup
@ApplicationScoped
public class LiveSendGuard {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final LimitConfig config;
    private final Usage usage;
    private final InFlight inFlight;

    /**
     * @throws IllegalStateException naming the configuration key that is wrong
     */
    LiveSendGuard(LimitConfig config, Usage usage) {
        requirePositive("tests-per-minute", config.testsPerMinute());
        requirePositive("calls-per-day", config.callsPerDay());
        requirePositive("calls-in-flight", config.callsInFlight());
        this.config = config;
        this.usage = usage;
        this.inFlight = new InFlight(config.callsInFlight());
    }

    private static void requirePositive(String key, int value) {
        if (value < 1) {
            throw new IllegalStateException(LimitConfig.PREFIX + "." + key + " must be at least 1");
        }
    }

    /** The admission of one test, which has no calls yet. */
    public Admission admission(UUID workspaceId) {
        return new Admission(this, inFlight, workspaceId);
    }

    void requireFree(UUID workspaceId, int calls) {
        if (!inFlight.enter(workspaceId, calls)) {
            throw refused("calls-in-flight", config.callsInFlight(), "calls in flight", SOON);
        }
    }

    Uni<Void> count(UUID workspaceId, int calls) {
        return usage.add(workspaceId, calls).invoke(sums -> judge(sums, calls)).replaceWithVoid();
    }

    private void judge(Usage.Sums sums, int calls) {
        if (sums.tests() > config.testsPerMinute()) {
            throw refused("tests-per-minute", config.testsPerMinute(), "tests per minute", sums.untilNextMinute());
        }
        if (calls > 0 && sums.calls() > config.callsPerDay()) {
            throw refused("calls-per-day", config.callsPerDay(), "calls per day", sums.untilNextDay());
        }
    }

    private static ApiException refused(String key, int limit, String what, Duration wait) {
        String message = "This test would pass the workspace's limit of " + limit + " " + what + " ("
                + LimitConfig.PREFIX + "." + key + "): nothing was sent. Try again in " + wait.toSeconds()
                + " seconds.";
        Map<String, Object> data = Map.of("limit", key, "value", limit, "msBeforeNext", wait.toMillis());
        return ApiException.tooMany(message, wait.toSeconds(), data);
    }
}

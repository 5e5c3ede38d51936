package dev.eventtester.tester;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Counts the tests that are under way, so that a service that is asked to stop lets those end as well that no request
 * waits for. Thread-safe.
 */
@ApplicationScoped
class RunningTests {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Phaser running = new Phaser(1);

    void begun() {
        running.register();
    }

    void ended() {
        running.arriveAndDeregister();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        try {
            running.awaitAdvanceInterruptibly(
                    running.arriveAndDeregister(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the next start marks them as interrupted
        }
    }
}

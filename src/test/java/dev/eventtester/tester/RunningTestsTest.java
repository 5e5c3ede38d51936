package dev.eventtester.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunningTestsTest {

    private final RunningTests running = new RunningTests();

    @Test
    void a_stop_waits_for_the_tests_that_are_under_way() throws InterruptedException {
        running.begun();
        running.begun();
        running.ended();
        Thread stop = stop();

        while (stop.getState() != Thread.State.TIMED_WAITING) {
            assertThat(stop.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        running.ended();

        stop.join();
    }

    private Thread stop() {
        Thread thread = new Thread(() -> {
            try {
                running.stop(new ShutdownEvent());
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
        thread.start();
        return thread;
    }
}

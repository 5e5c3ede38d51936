package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests hold no database session while calls run: many more tests than the pool has connections wait at once. */
@QuarkusTest
class ManyTestsTest {

    private static final int TESTS = 200;

    @Test
    void two_hundred_tests_wait_for_their_destination_with_five_connections_to_the_database() {
        Service owner = Service.owner();
        try (LoopbackDestination server = LoopbackDestination.start()) {
            server.always(Reply.ok().onceOpen(TESTS));
            String destination = owner.destination(owner.source("http-api"), "actions-webhook", Map.of());
            owner.webhook(destination, "all", "type = \"track\"", server.url("/"));
            String body = "{\"event\":{\"type\":\"track\"}}";

            List<CompletableFuture<Integer>> tests = IntStream.range(0, TESTS)
                    .mapToObj(i -> owner.startPost("/api/destinations/" + destination + "/test", body))
                    .toList();

            assertThat(tests).allSatisfy(test -> assertThat(test.join()).isEqualTo(200));
            assertThat(server.mostOpenAtOnce()).isEqualTo(TESTS);
        }
    }
}

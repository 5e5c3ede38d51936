package dev.eventtester.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemResolverTest {

    @Test
    void finds_all_addresses_that_the_system_knows() {
        Vertx vertx = Vertx.vertx();
        try {
            List<InetAddress> found = new SystemResolver(vertx)
                    .resolve("localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            assertThat(found).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}

package dev.eventtester.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a call does on the wire and what its record says. */
class DeliveryTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final LoopbackDestination destination = LoopbackDestination.start();
    private final Delivery delivery = Couriers.overLoopback().on(VERTX).open(Redaction.none());

    @AfterEach
    void stop() {
        destination.close();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sends_the_request_as_given_and_returns_the_answer() {
        Answer answer = delivery.send(new OutgoingRequest(
                        "post",
                        destination.url("/hook?a=1#top"),
                        Map.of("X-One", "1"),
                        "{}".getBytes(StandardCharsets.UTF_8)))
                .await()
                .indefinitely();
        System.out.println(destination.seen() + " " + delivery.calls().get(0).toJson());
        assertThat(answer.text()).isEqualTo("{\"ok\":true}");
    }
}

package dev.eventtester.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.delivery.secret.Redaction;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are only to be shown. */
class PreparedDeliveryTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void opens_nothing_and_assumes_success() {
        try (LoopbackDestination destination = LoopbackDestination.start()) {
            Courier courier = Couriers.overLoopback().on(VERTX);
            Delivery delivery = courier.prepare(Redaction.of(List.of("secret-key")));
            for (int i = 0; i < 3; i++) {
                Answer answer = delivery.send(new OutgoingRequest(
                                "POST",
                                destination.url("/secret-key"),
                                Map.of("A", "b"),
                                "{}".getBytes(StandardCharsets.UTF_8)))
                        .await()
                        .indefinitely();
                assertThat(answer.succeeded()).isTrue();
                assertThat(answer.header("content-type")).isEqualTo("application/json");
                assertThat(answer.text()).isEqualTo("{}");
            }
            assertThat(delivery.calls()).extracting(Call::id).containsExactly("c1", "c2", "c3");
            assertThat(delivery.calls()).extracting(Call::state).containsOnly(Call.State.PREPARED);
            Call call = delivery.calls().get(0);
            assertThat(call.request().url()).isEqualTo(destination.url("/<redacted>"));
            assertThat(call.toJson().has("response")).isFalse();
            assertThat(call.toJson().has("reason")).isFalse();
            assertThat(delivery.connectionsOpened()).isZero();
            assertThat(courier.connectionsOpened()).isZero();
            assertThat(destination.connections()).isZero();
        }
    }

    @Test
    void does_not_ask_for_names() {
        Delivery delivery = Couriers.overLoopback()
                .resolver(name -> {
                    throw new AssertionError("asked for " + name);
                })
                .on(VERTX)
                .prepare(Redaction.none());
        delivery.send(new OutgoingRequest("GET", "https://api.example/", Map.of(), null))
                .await()
                .indefinitely();
        assertThat(delivery.calls().get(0).state()).isEqualTo(Call.State.PREPARED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.1/", "ftp://example.com/", "http://10.0.0.1/", "http://[fe80::1]/"})
    void blocks_what_could_not_be_sent(String url) {
        Delivery delivery = Couriers.overLoopback().on(VERTX).prepare(Redaction.none());
        DeliveryException refused = catchThrowableOfType(
                DeliveryException.class,
                () -> delivery.send(new OutgoingRequest("GET", url, Map.of(), null))
                        .await()
                        .indefinitely());
        assertThat(refused.kind()).isEqualTo(Call.State.BLOCKED);
        assertThat(delivery.calls().get(0).state()).isEqualTo(Call.State.BLOCKED);
        assertThat(delivery.calls().get(0).reason()).isEqualTo(refused.reason());
    }
}

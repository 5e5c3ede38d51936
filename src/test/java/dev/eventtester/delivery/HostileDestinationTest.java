package dev.eventtester.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.delivery.call.RecordedBody;
import dev.eventtester.delivery.secret.Redaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Destinations that misbehave: each ends as a clear record, in time. */
class HostileDestinationTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration SHORT = Duration.ofMillis(400);

    private final LoopbackDestination destination = LoopbackDestination.start();

    @AfterEach
    void stop() {
        destination.close();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    static Stream<Arguments> misbehaving() {
        return Stream.of(
                Arguments.of(Reply.reset(), "the connection was reset before an answer came"),
                Arguments.of(Reply.close(), "the connection was closed before an answer came"),
                Arguments.of(raw("SSH-2.0-OpenSSH_9.2\r\n"), "the answer is not valid HTTP"),
                Arguments.of(raw("<html>\r\n\r\n"), "the answer is not valid HTTP"),
                Arguments.of(raw("hello"), "the connection was closed before an answer came"),
                Arguments.of(raw("HTTP/1.1 abc No\r\n\r\n"), "the answer is not valid HTTP"),
                Arguments.of(raw("HTTP/9.9 200 OK\r\n\r\n"), "the answer is not valid HTTP"),
                Arguments.of(
                        raw("HTTP/1.1 99999 No\r\ncontent-length: 0\r\n\r\n"),
                        "the answer has the status 99999, which is not valid HTTP"),
                Arguments.of(
                        raw("HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n"),
                        "the answer switches to another protocol, which was not asked for"),
                Arguments.of(raw("HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n"), "the answer is not valid HTTP"),
                Arguments.of(
                        raw("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab"),
                        "the answer is not valid HTTP"),
                Arguments.of(
                        raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"),
                        "the answer broke off: it is not valid HTTP"),
                Arguments.of(
                        Reply.ok().header("x-long", "y".repeat(40_000)),
                        "the answer's headers have more than 32768 bytes"),
                Arguments.of(
                        raw("HTTP/1.1 200 " + "y".repeat(40_000) + "\r\n\r\n"),
                        "the answer's headers have more than 32768 bytes"),
                Arguments.of(
                        Reply.ok().body("hello world").cutAfter(5),
                        "the answer broke off: the connection was closed before its end"));
    }

    @ParameterizedTest
    @MethodSource("misbehaving")
    void names_what_failed(Reply reply, String reason) {
        destination.always(reply);
        Delivery delivery = open(Couriers.overLoopback());
        DeliveryException failure = failure(delivery, request("/"));
        assertThat(failure.kind()).isEqualTo(Call.State.UNREACHABLE);
        assertThat(failure.reason()).isEqualTo(reason);
        Call call = delivery.calls().get(0);
        assertThat(call.state()).isEqualTo(Call.State.UNREACHABLE);
        assertThat(call.reason()).isEqualTo(reason);
        assertThat(destination.seen()).hasSize(1);
    }

    @Test
    void never_sends_again_after_a_reset() {
        destination.always(Reply.reset(), Reply.ok());
        Delivery delivery = open(Couriers.overLoopback());
        failure(delivery, request("/"));
        destination.awaitFinished(1);
        assertThat(destination.connections()).isEqualTo(1);
        assertThat(delivery.connectionsOpened()).isEqualTo(1);
    }

    @Test
    void gives_up_on_a_destination_that_never_answers() {
        destination.always(Reply.never());
        Delivery delivery = open(Couriers.overLoopback().callTimeout(SHORT));
        DeliveryException failure = failure(delivery, request("/"));
        assertThat(failure.kind()).isEqualTo(Call.State.TIMED_OUT);
        assertThat(failure.reason()).isEqualTo("no answer within 400 ms");
        assertThat(delivery.calls().get(0).durationMillis()).isGreaterThanOrEqualTo(390);
        destination.awaitFinished(1);
    }

    @Test
    void gives_up_on_a_destination_that_drips() {
        destination.always(Reply.ok().body("x".repeat(100_000)).drip(Duration.ofMillis(20)));
        Delivery delivery = open(Couriers.overLoopback().callTimeout(SHORT));
        DeliveryException failure = failure(delivery, request("/"));
        assertThat(failure.kind()).isEqualTo(Call.State.TIMED_OUT);
        assertThat(failure.reason()).matches("the answer did not end within 400 ms; \\d+ bytes of its body had come");
        destination.awaitFinished(1);
    }

    @Test
    void records_what_had_come_of_an_answer_that_stalls() {
        destination.always(Reply.status(201).body("hello world").stallAfter(5));
        Delivery delivery = open(Couriers.overLoopback().callTimeout(SHORT));
        failure(delivery, request("/"));
        Call call = delivery.calls().get(0);
        assertThat(call.state()).isEqualTo(Call.State.TIMED_OUT);
        assertThat(call.response().statusCode()).isEqualTo(201);
        assertThat(call.response().body()).isEqualTo(new RecordedBody("hello", false, true));
    }

    @Test
    void cuts_a_body_of_ten_megabytes_and_hangs_up() {
        destination.always(Reply.ok().body("x".repeat(10_000_000)));
        Answer answer = answer(open(Couriers.overLoopback()), request("/"));
        assertThat(answer.body()).hasSize(64 * 1024);
        assertThat(answer.truncated()).isTrue();
        destination.awaitFinished(1);
    }

    @Test
    void cuts_a_body_without_end_and_hangs_up() {
        destination.always(Reply.ok().body("x".repeat(1000)).endless());
        Delivery delivery = open(Couriers.overLoopback());
        assertThat(answer(delivery, request("/")).body()).hasSize(64 * 1024);
        assertThat(delivery.calls().get(0).response().body().truncated()).isTrue();
        destination.awaitFinished(1);
    }

    @Test
    void does_not_cut_a_body_of_exactly_the_limit() {
        destination.always(Reply.ok().body("x".repeat(64 * 1024)));
        Answer answer = answer(open(Couriers.overLoopback()), request("/"));
        assertThat(answer.body()).hasSize(64 * 1024);
        assertThat(answer.truncated()).isFalse();
    }

    @Test
    void cuts_a_body_between_characters() {
        destination.always(Reply.ok().body("ü".repeat(1000)));
        Delivery delivery = open(Couriers.overLoopback().maxResponseBody(101));
        answer(delivery, request("/"));
        assertThat(delivery.calls().get(0).response().body()).isEqualTo(new RecordedBody("ü".repeat(50), false, true));
    }

    @Test
    void takes_a_body_that_ends_with_the_connection() {
        destination.always(Reply.ok().body("hello").unsized());
        assertThat(answer(open(Couriers.overLoopback()), request("/")).text()).isEqualTo("hello");
    }

    @Test
    void passes_over_interim_answers() {
        destination.always(
                raw("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi"));
        assertThat(answer(open(Couriers.overLoopback()), request("/")).text()).isEqualTo("hi");
    }

    @Test
    void one_silent_destination_holds_up_no_other_call() {
        destination.on("/silent", Reply.never());
        Delivery delivery = open(Couriers.overLoopback().callTimeout(Duration.ofMillis(1500)));
        List<Uni<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(delivery.send(request(i == 7 ? "/silent" : "/"))
                    .<Object>map(Answer::status)
                    .onFailure()
                    .recoverWithItem(Throwable::getMessage));
        }
        List<Object> results =
                Uni.join().all(calls).andCollectFailures().await().atMost(Duration.ofSeconds(20));
        assertThat(results.remove(7)).isEqualTo("no answer within 1500 ms");
        assertThat(results).hasSize(49).containsOnly(200);
        assertThat(delivery.calls().get(7).state()).isEqualTo(Call.State.TIMED_OUT);
    }

    @Test
    void names_a_connection_that_is_refused() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = socket.getLocalPort();
        }
        Delivery delivery = open(Couriers.overLoopback().name("api.example", "127.0.0.1"));
        DeliveryException failure =
                failure(delivery, new OutgoingRequest("GET", "http://api.example:" + port + "/", Map.of(), null));
        assertThat(failure.kind()).isEqualTo(Call.State.UNREACHABLE);
        assertThat(failure.reason()).isEqualTo("the connection to api.example:" + port + " (127.0.0.1) was refused");
        assertThat(delivery.connectionsOpened()).isEqualTo(1);
    }

    @Test
    void names_a_name_that_does_not_resolve() {
        Delivery delivery = open(Couriers.overLoopback().name("empty.example"));
        for (String host : List.of("nowhere.example", "empty.example")) {
            DeliveryException failure =
                    failure(delivery, new OutgoingRequest("GET", "https://" + host + "/", Map.of(), null));
            assertThat(failure.kind()).isEqualTo(Call.State.UNREACHABLE);
            assertThat(failure.reason()).isEqualTo("the name " + host + " does not resolve");
        }
        assertThat(delivery.connectionsOpened()).isZero();
    }

    @Test
    void gives_up_on_a_name_server_that_does_not_answer() {
        Couriers couriers = Couriers.overLoopback()
                .connectTimeout(Duration.ofMillis(300))
                .resolver(name -> Promise.<List<InetAddress>>promise().future());
        DeliveryException failure =
                failure(open(couriers), new OutgoingRequest("GET", "https://slow.example/", Map.of(), null));
        assertThat(failure.kind()).isEqualTo(Call.State.TIMED_OUT);
        assertThat(failure.reason()).isEqualTo("the name slow.example was not resolved within 300 ms");
    }

    @Test
    void a_resolver_that_throws_fails_the_call_only() {
        Couriers couriers = Couriers.overLoopback().resolver(name -> {
            throw new IllegalStateException("no threads left");
        });
        DeliveryException failure =
                failure(open(couriers), new OutgoingRequest("GET", "https://x.example/", Map.of(), null));
        assertThat(failure.kind()).isEqualTo(Call.State.UNREACHABLE);
    }

    @Test
    void dials_the_judged_address_under_the_name_it_was_given() {
        Delivery delivery = open(Couriers.overLoopback().name("api.example", "127.0.0.1"));
        answer(delivery, new OutgoingRequest("GET", "http://api.example:" + destination.port() + "/x", Map.of(), null));
        assertThat(destination.seen().get(0).headers()).containsEntry("host", "api.example:" + destination.port());
    }

    @Test
    void tries_the_next_address_of_a_name_where_no_connection_comes_about() {
        Delivery delivery = open(Couriers.overLoopback().name("api.example", "127.0.0.9", "127.0.0.1"));
        answer(delivery, new OutgoingRequest("GET", "http://api.example:" + destination.port() + "/", Map.of(), null));
        assertThat(destination.seen()).hasSize(1);
        assertThat(delivery.connectionsOpened()).isEqualTo(2);
    }

    @Test
    void tries_no_other_address_once_the_request_may_have_arrived() {
        destination.always(Reply.reset());
        Delivery delivery = open(Couriers.overLoopback().name("api.example", "127.0.0.1", "127.0.0.1"));
        failure(delivery, new OutgoingRequest("GET", "http://api.example:" + destination.port() + "/", Map.of(), null));
        assertThat(delivery.connectionsOpened()).isEqualTo(1);
    }

    @Test
    void asks_for_a_name_once_so_that_no_second_answer_counts() {
        List<String> asked = new ArrayList<>();
        List<List<InetAddress>> answers =
                List.of(List.of(Couriers.address("127.0.0.1")), List.of(Couriers.address("10.0.0.1")));
        Delivery delivery = open(Couriers.overLoopback().resolver(name -> {
            asked.add(name);
            return Future.succeededFuture(answers.get(asked.size() - 1));
        }));
        OutgoingRequest request =
                new OutgoingRequest("GET", "http://rebind.example:" + destination.port() + "/", Map.of(), null);
        assertThat(answer(delivery, request).status()).isEqualTo(200);
        assertThat(asked).containsExactly("rebind.example");
        assertThat(failure(delivery, request).kind()).isEqualTo(Call.State.BLOCKED);
    }

    @Test
    void blocks_a_name_that_resolves_inside() {
        Delivery delivery =
                open(Couriers.overLoopback().allowing().name("inside.example", "93.184.216.34", "127.0.0.1"));
        DeliveryException failure = failure(
                delivery, new OutgoingRequest("GET", "http://inside.example:" + destination.port(), Map.of(), null));
        assertThat(failure.kind()).isEqualTo(Call.State.BLOCKED);
        assertThat(failure.reason())
                .contains("inside.example resolves to 127.0.0.1, a loopback address")
                .contains("event-tester.delivery.allow");
        assertThat(delivery.calls().get(0).state()).isEqualTo(Call.State.BLOCKED);
        assertThat(delivery.connectionsOpened()).isZero();
        assertThat(destination.connections()).isZero();
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("GET", "http://user:pass@127.0.0.1/", Map.of(), 0, "user name or password"),
                Arguments.of("GET", "gopher://127.0.0.1/", Map.of(), 0, "http:// or https://"),
                Arguments.of("GET", "http://169.254.169.254/latest/meta-data", Map.of(), 0, "a link-local address"),
                Arguments.of("CONNECT", "http://127.0.0.1/", Map.of(), 0, "the method CONNECT may not be sent"),
                Arguments.of("GET / HTTP/1.1\r\nx: y", "http://127.0.0.1/", Map.of(), 0, "may not be sent"),
                Arguments.of("", "http://127.0.0.1/", Map.of(), 0, "may not be sent"),
                Arguments.of("GET", "http://127.0.0.1/", Map.of("x", "a\r\ny: b"), 0, "contains a control character"),
                Arguments.of("GET", "http://127.0.0.1/", Map.of("x", "a\u0000b"), 0, "contains a control character"),
                Arguments.of("GET", "http://127.0.0.1/", Map.of("x", "snow ☃"), 0, "that HTTP headers cannot carry"),
                Arguments.of("GET", "http://127.0.0.1/", Map.of("x y", "a"), 0, "the header name \"x y\" is not valid"),
                Arguments.of("GET", "http://127.0.0.1/", Map.of("x:\r\ny", "a"), 0, "is not valid"),
                Arguments.of("GET", "http://127.0.0.1/", Map.of("", "a"), 0, "is not valid"),
                Arguments.of("GET", "http://127.0.0.1/", Map.of("x", "y".repeat(33_000)), 0, "more than the 32768"),
                Arguments.of("GET", "http://127.0.0.1/" + "y".repeat(33_000), Map.of(), 0, "more than the 32768"),
                Arguments.of("POST", "http://127.0.0.1/", Map.of(), 524_289, "more than the 524288"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void blocks_what_may_not_go_out(String method, String url, Map<String, String> headers, int size, String reason) {
        Delivery delivery = open(Couriers.overLoopback());
        byte[] body = size == 0 ? null : new byte[size];
        DeliveryException failure = failure(delivery, new OutgoingRequest(method, url, headers, body));
        assertThat(failure.kind()).isEqualTo(Call.State.BLOCKED);
        assertThat(failure.reason()).contains(reason);
        assertThat(delivery.calls()).singleElement().satisfies(call -> {
            assertThat(call.state()).isEqualTo(Call.State.BLOCKED);
            assertThat(call.reason()).contains(reason);
            assertThat(call.response()).isNull();
        });
        assertThat(delivery.connectionsOpened()).isZero();
    }

    @Test
    void sends_a_body_of_exactly_the_limit() {
        byte[] body = new byte[524_288];
        answer(open(Couriers.overLoopback()), new OutgoingRequest("POST", destination.url("/"), Map.of(), body));
        assertThat(destination.seen().get(0).body()).isEqualTo(body);
    }

    private static Reply raw(String text) {
        return Reply.raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Delivery open(Couriers couriers) {
        return couriers.on(VERTX).open(Redaction.none());
    }

    private OutgoingRequest request(String path) {
        return new OutgoingRequest("POST", destination.url(path), Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(Delivery delivery, OutgoingRequest request) {
        return delivery.send(request).await().atMost(Duration.ofSeconds(20));
    }

    private static DeliveryException failure(Delivery delivery, OutgoingRequest request) {
        return catchThrowableOfType(DeliveryException.class, () -> answer(delivery, request));
    }
}

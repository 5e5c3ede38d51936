package dev.eventtester.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.eventtester.delivery.LoopbackDestination.Seen;
import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.delivery.call.RecordedBody;
import dev.eventtester.delivery.secret.Redaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call puts on the wire, what it returns and what its record says. */
class DeliveryTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final LoopbackDestination destination = LoopbackDestination.start();
    private final Couriers couriers = Couriers.overLoopback();

    @AfterEach
    void stop() {
        destination.close();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sends_the_request_as_given() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Segment (Actions)");
        headers.put("Content-Type", "application/json");
        headers.put("X-Latin", "ü");
        answer(
                open(),
                new OutgoingRequest("post", destination.url("/hook?a=1&b=%20#top"), headers, bytes("{\"ü\":1}")));

        Seen seen = destination.seen().get(0);
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.target()).isEqualTo("/hook?a=1&b=%20");
        assertThat(seen.text()).isEqualTo("{\"ü\":1}");
        assertThat(seen.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "user-agent", "Segment (Actions)",
                        "content-type", "application/json",
                        "x-latin", "ü",
                        "host", "127.0.0.1:" + destination.port(),
                        "content-length", "8",
                        "connection", "close",
                        "accept", "*/*",
                        "accept-encoding", "gzip"));
    }

    @Test
    void sends_no_body_where_there_is_none() {
        answer(open(), new OutgoingRequest("GET", destination.url("/"), Map.of(), null));
        assertThat(destination.seen().get(0).headers()).doesNotContainKeys("content-length", "transfer-encoding");

        answer(open(), new OutgoingRequest("POST", destination.url("/"), Map.of(), null));
        assertThat(destination.seen().get(1).headers()).contains(entry("content-length", "0"));
    }

    @Test
    void frames_the_message_itself_whatever_headers_were_chosen() {
        Map<String, String> chosen = Map.of(
                "Host", "internal",
                "Content-Length", "99",
                "Transfer-Encoding", "chunked",
                "Connection", "keep-alive",
                "Expect", "100-continue",
                "Accept-Encoding", "br",
                "Accept", "text/csv");
        Delivery delivery = open();
        answer(delivery, new OutgoingRequest("POST", destination.url("/"), chosen, bytes("{}")));

        assertThat(destination.seen().get(0).headers())
                .contains(
                        entry("host", "127.0.0.1:" + destination.port()),
                        entry("content-length", "2"),
                        entry("connection", "close"),
                        entry("accept-encoding", "gzip"),
                        entry("accept", "text/csv"))
                .doesNotContainKeys("transfer-encoding", "expect");
        assertThat(delivery.calls().get(0).request().headers()).containsOnlyKeys("accept");
    }

    @Test
    void adds_no_cookies_and_no_credentials_of_an_earlier_answer() {
        destination.always(Reply.ok().header("set-cookie", "a=b; Path=/"));
        Delivery delivery = open();
        answer(delivery, get("/"));
        answer(delivery, get("/"));
        assertThat(destination.seen().get(1).headers()).doesNotContainKeys("cookie", "authorization", "traceparent");
    }

    @Test
    void returns_the_answer() {
        destination.always(
                Reply.status(400).header("X-Twice", "1").header("x-twice", "2").body("{\"error\":\"no\"}"));
        Answer answer = answer(open(), get("/"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.succeeded()).isFalse();
        assertThat(answer.statusText()).isEqualTo("Bad Request");
        assertThat(answer.headers()).contains(entry("x-twice", List.of("1", "2")));
        assertThat(answer.text()).isEqualTo("{\"error\":\"no\"}");
        assertThat(answer.truncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 301, 302, 304, 307, 400, 404, 429, 500, 503, 599})
    void takes_every_status_for_an_answer(int status) {
        destination.always(Reply.status(status).header("location", destination.url("/elsewhere")));
        Delivery delivery = open();
        assertThat(answer(delivery, get("/")).status()).isEqualTo(status);
        assertThat(delivery.calls().get(0).state()).isEqualTo(Call.State.ANSWERED);
        assertThat(destination.seen()).hasSize(1);
    }

    @Test
    void records_a_call() {
        destination.always(Reply.json(200, "{\"ok\":true}").header("retry-after", "7"));
        Delivery delivery = open();
        String url = destination.url("/hook");
        answer(delivery, new OutgoingRequest("POST", url, Map.of("Authorization", "Basic eA=="), bytes("{\"a\":1}")));

        Call call = delivery.calls().get(0);
        assertThat(call.toJson().toString())
                .isEqualTo("{\"id\":\"c1\",\"startedAt\":\""
                        + call.toJson().get("startedAt").asText()
                        + "\",\"durationMillis\":" + call.durationMillis()
                        + ",\"state\":\"ANSWERED\",\"request\":{\"method\":\"POST\",\"url\":\"" + url
                        + "\",\"headers\":{\"authorization\":\"<redacted>\"},\"body\":\"{\\\"a\\\":1}\"},"
                        + "\"response\":{\"statusCode\":200,\"statusMessage\":\"OK\","
                        + "\"headers\":{\"content-type\":\"application/json\",\"retry-after\":\"7\","
                        + "\"content-length\":\"11\",\"connection\":\"close\"},"
                        + "\"body\":\"{\\\"ok\\\":true}\",\"truncated\":false}}");
        assertThat(call.toJson().get("startedAt").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void records_bodies_that_are_not_text_in_base64() {
        destination.always(Reply.ok().body(new byte[] {0, (byte) 0xFF}));
        Delivery delivery = open();
        answer(delivery, new OutgoingRequest("POST", destination.url("/"), Map.of(), new byte[] {(byte) 0x80}));
        Call call = delivery.calls().get(0);
        assertThat(call.toJson().at("/request/body").asText()).isEqualTo("gA==");
        assertThat(call.toJson().at("/request/encoding").asText()).isEqualTo("base64");
        assertThat(call.toJson().at("/response/body").asText()).isEqualTo("AP8=");
        assertThat(call.toJson().at("/response/encoding").asText()).isEqualTo("base64");
    }

    @Test
    void redacts_the_record_and_nothing_else() {
        String secret = "wk_0123456789";
        destination.always(Reply.ok().header("x-echo", "k " + secret).body("you sent " + secret));
        Delivery delivery = couriers.on(VERTX).open(Redaction.of(List.of(secret)));
        Answer answer = answer(
                delivery,
                new OutgoingRequest(
                        "POST",
                        destination.url("/" + secret + "?k=" + secret),
                        Map.of("x-write", secret),
                        bytes(secret)));

        assertThat(answer.text()).isEqualTo("you sent " + secret);
        assertThat(destination.seen().get(0).text()).isEqualTo(secret);
        assertThat(destination.seen().get(0).headers()).contains(entry("x-write", secret));
        Call call = delivery.calls().get(0);
        assertThat(call.toString()).doesNotContain(secret);
        assertThat(call.request().url()).isEqualTo(destination.url("/<redacted>?k=<redacted>"));
        assertThat(call.request().headers()).containsExactly(entry("x-write", "<redacted>"));
        assertThat(call.request().body().content()).isEqualTo("<redacted>");
        assertThat(call.response().headers()).contains(entry("x-echo", "k <redacted>"));
        assertThat(call.response().body().content()).isEqualTo("you sent <redacted>");
    }

    @Test
    void hides_a_secret_that_is_cut_at_the_limit_of_a_body() {
        String secret = "wk_0123456789abcdef";
        destination.always(Reply.ok().body("x".repeat(1000 - 10) + secret + "y".repeat(1000)));
        Delivery delivery = couriers.maxResponseBody(1000).on(VERTX).open(Redaction.of(List.of(secret)));
        assertThat(answer(delivery, get("/")).truncated()).isTrue();
        assertThat(delivery.calls().get(0).response().body())
                .isEqualTo(new RecordedBody("x".repeat(990) + "<redacted>", false, true));
    }

    @Test
    void hides_a_secret_in_a_reason() {
        Delivery delivery = couriers.on(VERTX).open(Redaction.of(List.of("wk-0123456789")));
        failure(delivery, new OutgoingRequest("GET", "http://wk-0123456789.example/", Map.of(), null));
        assertThat(delivery.calls().get(0).reason()).isEqualTo("the name <redacted>.example does not resolve");
    }

    @Test
    void undoes_gzip() throws IOException {
        destination.always(Reply.ok().header("content-encoding", "gzip").body(gzip(bytes("hello"))));
        Answer answer = answer(open(), get("/"));
        assertThat(answer.text()).isEqualTo("hello");
        assertThat(answer.truncated()).isFalse();
    }

    @Test
    void cuts_what_gzip_blows_up() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(64 * 1024);
        destination.always(Reply.ok().header("content-encoding", "gzip").body(bomb));
        Answer answer = answer(open(), get("/"));
        assertThat(answer.body()).hasSize(64 * 1024).containsOnly(0);
        assertThat(answer.truncated()).isTrue();
    }

    @Test
    void shows_what_can_be_read_of_gzip_that_is_cut() throws IOException {
        byte[] zipped = gzip(incompressible(200_000));
        destination.always(Reply.ok().header("content-encoding", "gzip").body(zipped));
        Answer answer = answer(open(), get("/"));
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.body())
                .hasSizeGreaterThan(60_000)
                .isEqualTo(Arrays.copyOf(incompressible(200_000), answer.body().length));
    }

    @Test
    void shows_the_bytes_of_gzip_that_is_none() {
        destination.always(Reply.ok().header("content-encoding", "gzip").body("plain"));
        assertThat(answer(open(), get("/")).text()).isEqualTo("plain");
    }

    @Test
    void opens_fifty_calls_at_once() {
        destination.always(Reply.json(200, "{}").onceOpen(50));
        Delivery delivery = open();
        List<Answer> answers = all(delivery, 50);
        assertThat(answers).extracting(Answer::status).containsOnly(200).hasSize(50);
        assertThat(destination.mostOpenAtOnce()).isEqualTo(50);
        assertThat(delivery.connectionsOpened()).isEqualTo(50);
        assertThat(delivery.calls())
                .extracting(Call::id)
                .isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(i -> "c" + i).toList());
    }

    @Test
    void keeps_to_the_number_of_concurrent_calls() {
        destination.always(Reply.ok().onceOpen(3));
        Delivery delivery = couriers.maxConcurrentCalls(3).on(VERTX).open(Redaction.none());
        assertThat(all(delivery, 30)).hasSize(30);
        assertThat(destination.mostOpenAtOnce()).isEqualTo(3);
    }

    @Test
    void a_call_that_is_cancelled_while_it_waits_for_others_opens_nothing_and_takes_no_place() {
        destination.always(Reply.ok().held());
        Courier narrow = couriers.maxConcurrentCalls(1).on(VERTX);
        CompletableFuture<Answer> first =
                narrow.open(Redaction.none()).send(get("/")).subscribeAsCompletionStage();
        destination.awaitSeen(1);
        Delivery waiting = narrow.open(Redaction.none());
        CompletableFuture<Answer> second = waiting.send(get("/")).subscribeAsCompletionStage();
        CompletableFuture<Answer> third =
                narrow.open(Redaction.none()).send(get("/")).subscribeAsCompletionStage();
        second.cancel(true);
        destination.release();
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(third.join().status()).isEqualTo(200);
        assertThat(waiting.calls().get(0).state()).isEqualTo(Call.State.INTERRUPTED);
        assertThat(waiting.connectionsOpened()).isZero();
    }

    @Test
    void opens_a_connection_for_each_call_and_closes_it() {
        Delivery delivery = open();
        IntStream.range(0, 5).forEach(i -> answer(delivery, get("/")));
        destination.awaitFinished(5);
        assertThat(destination.connections()).isEqualTo(5);
        assertThat(delivery.connectionsOpened()).isEqualTo(5);
    }

    @Test
    void counts_the_connections_of_all_deliveries() {
        Courier courier = couriers.on(VERTX);
        answer(courier.open(Redaction.none()), get("/"));
        answer(courier.open(Redaction.none()), get("/"));
        assertThat(courier.connectionsOpened()).isEqualTo(2);
    }

    @Test
    void sends_nothing_before_it_is_subscribed_to() {
        Delivery delivery = open();
        delivery.send(get("/"));
        assertThat(delivery.calls()).isEmpty();
        assertThat(delivery.connectionsOpened()).isZero();
    }

    @Test
    void records_a_call_that_is_cancelled_and_hangs_up() {
        destination.always(Reply.never());
        Delivery delivery = open();
        CompletableFuture<Answer> pending = delivery.send(get("/")).subscribeAsCompletionStage();
        destination.awaitSeen(1);
        pending.cancel(true);
        destination.awaitFinished(1);
        Call call = delivery.calls().get(0);
        assertThat(call.state()).isEqualTo(Call.State.INTERRUPTED);
        assertThat(call.reason()).isEqualTo("the call was given up before it was answered");
    }

    @Test
    void reports_a_call_that_is_under_way_as_interrupted() {
        destination.always(Reply.ok().held());
        Delivery delivery = open();
        CompletableFuture<Answer> pending = delivery.send(get("/")).subscribeAsCompletionStage();
        destination.awaitSeen(1);
        assertThat(delivery.calls().get(0).state()).isEqualTo(Call.State.INTERRUPTED);
        assertThat(delivery.calls().get(0).response()).isNull();
        destination.release();
        pending.join();
        assertThat(delivery.calls().get(0).state()).isEqualTo(Call.State.ANSWERED);
    }

    @Test
    void has_recorded_a_call_when_its_answer_arrives() {
        Delivery delivery = open();
        List<Call> calls =
                delivery.send(get("/")).map(answer -> delivery.calls()).await().atMost(Duration.ofSeconds(20));
        assertThat(calls).extracting(Call::state).containsExactly(Call.State.ANSWERED);
    }

    @Test
    void completes_on_the_context_of_the_subscriber() {
        Context context = VERTX.getOrCreateContext();
        CompletableFuture<Context> completedOn = new CompletableFuture<>();
        context.runOnContext(ignored -> open().send(get("/"))
                .subscribe()
                .with(answer -> completedOn.complete(Vertx.currentContext()), completedOn::completeExceptionally));
        assertThat(completedOn.join()).isSameAs(context);
    }

    private List<Answer> all(Delivery delivery, int calls) {
        return Uni.join()
                .all(IntStream.range(0, calls)
                        .mapToObj(i -> delivery.send(get("/")))
                        .toList())
                .andCollectFailures()
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private Delivery open() {
        return couriers.on(VERTX).open(Redaction.none());
    }

    private OutgoingRequest get(String path) {
        return new OutgoingRequest("GET", destination.url(path), Map.of(), null);
    }

    private static Answer answer(Delivery delivery, OutgoingRequest request) {
        return delivery.send(request).await().atMost(Duration.ofSeconds(20));
    }

    private static DeliveryException failure(Delivery delivery, OutgoingRequest request) {
        return catchThrowableOfType(DeliveryException.class, () -> answer(delivery, request));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static byte[] incompressible(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}

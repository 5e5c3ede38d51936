package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large, however they come: in chunks, packed, over HTTP/2, without an end. */
@QuarkusTest
class BodyLimitTest {

    private static final int LIMIT = 2 * 1024 * 1024;
    private static final String AUTHORIZED = "Authorization: Bearer " + Service.OWNER;
    private static final String JSON = "Content-Type: application/json";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private static final int PATIENCE_SECONDS = 30;

    private final Service owner = Service.owner();

    private enum Sending {
        WITH_A_LENGTH {
            @Override
            BodyPublisher of(byte[] body) {
                return BodyPublishers.ofByteArray(body);
            }
        },
        IN_CHUNKS {
            @Override
            BodyPublisher of(byte[] body) {
                return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
            }
        };

        abstract BodyPublisher of(byte[] body);
    }

    @ParameterizedTest
    @EnumSource(Sending.class)
    void a_body_over_the_limit_is_refused_by_name(Sending sending) throws Exception {
        HttpClient client = client(HttpClient.Version.HTTP_1_1);

        HttpResponse<String> answer = send(client, "/api/sources", sending.of(source(LIMIT + 1)));

        assertRefused(answer, 413, "2048 KB");
        assertThat(send(client, "/api/sources", sending.of(source(10))).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(Sending.class)
    void a_body_of_exactly_the_limit_is_read(Sending sending) throws Exception {
        HttpClient client = client(HttpClient.Version.HTTP_1_1);

        assertThat(send(client, "/api/sources", sending.of(source(LIMIT))).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(Sending.class)
    void a_packed_body_may_not_unpack_to_more(Sending sending) throws Exception {
        HttpClient client = client(HttpClient.Version.HTTP_1_1);

        assertRefused(
                send(client, "/api/sources", sending.of(gzip(source(20 * LIMIT))), "Content-Encoding", "gzip"),
                413,
                "2048 KB");
        assertThat(send(client, "/api/sources", sending.of(gzip(source(LIMIT))), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void over_http_2_the_other_requests_of_a_connection_go_on() throws Exception {
        HttpClient client = client(HttpClient.Version.HTTP_2);
        HttpResponse<String> first = send(client, "/api/sources", Sending.WITH_A_LENGTH.of(source(10)));
        assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);

        assertRefused(send(client, "/api/sources", Sending.IN_CHUNKS.of(source(LIMIT + 1))), 413, "2048 KB");
        assertThat(send(client, "/api/sources", Sending.IN_CHUNKS.of(source(10)))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void over_http_2_a_body_without_an_end_ends_its_own_request_only() throws Exception {
        Vertx vertx = Vertx.vertx();
        io.vertx.core.http.HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        CompletableFuture<Throwable> cut = new CompletableFuture<>();

        HttpClientRequest endless = await(post(client));
        endless.setChunked(true).exceptionHandler(cut::complete);
        for (int i = 0; i < 30; i++) {
            endless.write(Buffer.buffer(new byte[1024 * 1024]));
        }
        HttpClientResponse refused = await(endless.response());
        assertThat(cut.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(StreamResetException.class);
        HttpClientRequest next = await(post(client));
        HttpClientResponse made = await(next.send(Buffer.buffer(source(1_000_000))));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(next.connection()).isSameAs(endless.connection());
        assertThat(made.statusCode()).isEqualTo(201);
        await(vertx.close());
    }

    private static Future<HttpClientRequest> post(io.vertx.core.http.HttpClient client) {
        return client.request(HttpMethod.POST, RestAssured.port, "127.0.0.1", "/api/sources")
                .map(request -> request.putHeader("Authorization", "Bearer " + Service.OWNER)
                        .putHeader("Content-Type", "application/json"));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void the_connection_is_usable_after_a_refusal() throws IOException {
        try (Upload upload = Upload.open()) {
            upload.head("POST", "/api/sources", AUTHORIZED, JSON, CHUNKED);
            upload.chunk(source(LIMIT)).chunk(new byte[LIMIT]).lastChunk();
            assertThat(upload.answer().status()).isEqualTo(413);

            upload.head("POST", "/api/sources", AUTHORIZED, JSON, CHUNKED)
                    .chunk(source(100))
                    .lastChunk();
            assertThat(upload.answer().status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CHUNKED, "Content-Length: 9000000000000"})
    void a_body_without_an_end_is_answered_and_then_cut_off(String size) throws IOException {
        try (Upload upload = Upload.open()) {
            upload.head("POST", "/api/sources", AUTHORIZED, JSON, size);
            upload.chunk(source(LIMIT)).chunk(new byte[LIMIT]);
            assertThat(upload.answer().status()).isEqualTo(413);

            assertThat(chunksTaken(upload)).isLessThan(100);
        }
    }

    /** How many chunks of a megabyte go through before the connection is closed. */
    private static int chunksTaken(Upload upload) {
        byte[] chunk = new byte[1024 * 1024];
        for (int taken = 0; taken < 200; taken++) {
            try {
                upload.chunk(chunk);
            } catch (IOException closed) {
                return taken;
            }
        }
        return 200;
    }

    @Test
    void nothing_is_read_of_a_caller_without_a_token() throws IOException {
        try (Upload upload = Upload.open()) {
            upload.head("POST", "/api/sources", JSON, CHUNKED).chunk("{".getBytes(StandardCharsets.UTF_8));

            assertThat(upload.answer().status()).isEqualTo(401);
        }
    }

    @Test
    void a_caller_may_wait_until_its_body_is_wanted() throws Exception {
        HttpRequest request = request("/api/sources", Sending.IN_CHUNKS.of(source(10)))
                .expectContinue(true)
                .build();

        assertThat(client(HttpClient.Version.HTTP_1_1)
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"gzip, 400, gzip", "deflate, 400, deflate", "br, 415, gzip or deflate"})
    void what_cannot_be_unpacked_is_refused(String coding, int status, String words) throws Exception {
        HttpResponse<String> answer = send(
                client(HttpClient.Version.HTTP_1_1),
                "/api/sources",
                Sending.WITH_A_LENGTH.of(source(10)),
                "Content-Encoding",
                coding);

        assertRefused(answer, status, words);
    }

    @ParameterizedTest
    @CsvSource({
        "WITH_A_LENGTH, 3000000, false",
        "IN_CHUNKS, 3000000, false",
        "WITH_A_LENGTH, 30000000, true",
        "IN_CHUNKS, 30000000, true",
        "WITH_A_LENGTH, 600000, false",
        "IN_CHUNKS, 600000, false",
        "IN_CHUNKS, 600000, true",
        "WITH_A_LENGTH, 511960, false",
        "IN_CHUNKS, 511960, false",
    })
    void the_tracking_api_calls_every_batch_that_is_too_large_a_bad_request(Sending sending, int size, boolean packed)
            throws Exception {
        NewSource source = owner.source("http-api");
        byte[] batch = ("{\"batch\":[],\"writeKey\":\"" + source.writeKey() + "\"," + "\"pad\":\"" + "x".repeat(size)
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = send(
                client(HttpClient.Version.HTTP_1_1),
                "/v1/batch",
                sending.of(packed ? gzip(batch) : batch),
                "Content-Encoding",
                packed ? "gzip" : "identity");

        assertRefused(answer, 400, "500 KB");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void the_tracking_api_takes_a_batch_in_chunks() throws Exception {
        NewSource source = owner.source("http-api");
        String batch = "{\"batch\":[{\"type\":\"track\",\"event\":\"A\",\"pad\":\"" + "x".repeat(20_000) + "\"}]}";

        HttpResponse<String> answer = client(HttpClient.Version.HTTP_1_1)
                .send(
                        HttpRequest.newBuilder(uri("/v1/batch"))
                                .header("Authorization", basic(source.writeKey()))
                                .POST(Sending.IN_CHUNKS.of(batch.getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(Service.data(owner.get("/api/sources/" + source.id() + "/events"), 200)
                        .get("events"))
                .hasSize(1);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        JsonNode error = JsonText.parse(answer.body()).at("/errors/0");
        assertThat(error.get("message").textValue()).contains(words);
        assertThat(error.get("status").intValue()).isEqualTo(status);
    }

    /** A body that makes a source, of at least this size. */
    private static byte[] source(int size) {
        String start =
                "{\"slug\":\"s-" + UUID.randomUUID() + "\",\"enabled\":true,\"metadataId\":\"http-api\",\"pad\":\"";
        return (start + "x".repeat(Math.max(0, size - start.length() - 2)) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder().version(version).build();
    }

    private static HttpResponse<String> send(HttpClient client, String path, BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request = request(path, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, BodyPublisher body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + Service.OWNER)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .POST(body);
    }

    private static URI uri(String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    }

    private static String basic(String writeKey) {
        return "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    }
}

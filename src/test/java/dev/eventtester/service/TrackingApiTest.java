package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TrackingApiTest {

    private static final RestAssuredConfig VERBATIM = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final Service owner = Service.owner();
    private NewSource source;

    @BeforeEach
    void makeSource() {
        source = owner.source("http-api");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identify", "track", "page", "screen", "group", "alias", "track/"})
    void stores_an_event_of_every_type(String route) {
        Response response = send(route, "{\"userId\":\"u1\"}", basic(source.writeKey() + ":"));

        response.then().statusCode(200);
        assertThat(response.asString()).isEqualTo("{\"success\":true}");
        assertThat(stored().get(0).get("type").textValue()).isEqualTo(route.replace("/", ""));
    }

    @Test
    void keeps_an_event_exactly_as_it_came_and_adds_beside_it() {
        String event = "{ \"event\" :\"Order\\u0000 ✓\", \"n\":1.00, \"n\":2e3,\"type\":\"track\" }";

        send("track", event, basic(source.writeKey())).then().statusCode(200);

        String page = events("");
        assertThat(page).contains("\"event\":" + event);
        JsonNode stored = stored().get(0);
        assertThat(stored.get("messageId").textValue()).isNotBlank();
        assertThat(stored.get("timestamp").textValue())
                .isEqualTo(stored.get("receivedAt").textValue());
    }

    @Test
    void takes_the_write_key_from_the_body_too() {
        send("track", "{\"event\":\"A\",\"writeKey\":\"" + source.writeKey() + "\"}", null)
                .then()
                .statusCode(200);

        assertThat(stored()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "import", "import/", "batch/"})
    void stores_the_events_of_a_batch_newest_first(String route) {
        String batch = "{\"batch\":[{\"type\":\"track\",\"event\":\"First\"},{\"type\":\"page\",\"name\":\"Second\"}],"
                + "\"context\":{\"library\":{\"name\":\"x\"}},\"writeKey\":\"" + source.writeKey() + "\"}";

        send(route, batch, null).then().statusCode(200);

        JsonNode events = stored();
        assertThat(events).extracting(event -> event.get("name").textValue()).containsExactly("Second", "First");
        assertThat(events.get(0).get("context").toString()).isEqualTo("{\"library\":{\"name\":\"x\"}}");
    }

    @Test
    void reads_gzip() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"batch\":[{\"type\":\"track\",\"event\":\"Zipped\"}]}".getBytes(StandardCharsets.UTF_8));
        }
        given().config(VERBATIM)
                .header("Authorization", basic(source.writeKey() + ":"))
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(zipped.toByteArray())
                .post("/v1/batch")
                .then()
                .statusCode(200);

        assertThat(stored().get(0).get("name").textValue()).isEqualTo("Zipped");
    }

    @Test
    void keeps_the_newest_events_of_the_ring_only() {
        String events = IntStream.range(0, 510)
                .mapToObj(i -> "{\"type\":\"track\",\"event\":\"E" + i + "\"}")
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        send("batch", events, basic(source.writeKey())).then().statusCode(200);
        send("track", "{\"event\":\"Last\"}", basic(source.writeKey())).then().statusCode(200);

        JsonNode newest = JsonNodes.data(events("?pagination.count=1000")).get("events");
        assertThat(newest).hasSize(500);
        assertThat(newest.get(0).get("name").textValue()).isEqualTo("Last");
        assertThat(newest.get(499).get("name").textValue()).isEqualTo("E11");
    }

    @Test
    void pages_by_cursor_and_filters_by_type_and_name() {
        for (String name : new String[] {"A", "B", "C"}) {
            send("track", "{\"event\":\"" + name + "\"}", basic(source.writeKey()))
                    .then()
                    .statusCode(200);
        }
        send("page", "{\"name\":\"A\"}", basic(source.writeKey())).then().statusCode(200);

        JsonNode first = JsonNodes.data(events("?pagination[count]=2&type=track"));
        assertThat(first.get("events"))
                .extracting(event -> event.get("name").textValue())
                .containsExactly("C", "B");
        JsonNode second = JsonNodes.data(events("?type=track&pagination.count=2&pagination.cursor="
                + first.get("pagination").get("next").textValue()));
        assertThat(second.get("events"))
                .extracting(event -> event.get("name").textValue())
                .containsExactly("A");
        assertThat(second.get("pagination").has("next")).isFalse();
        assertThat(JsonNodes.data(events("?name=A&type=page")).get("events")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "track | {\"event\": | 400",
                "track | [1] | 400",
                "batch | {\"events\":[]} | 400",
                "batch | {\"batch\":{}} | 400",
                "batch | {\"batch\":[1]} | 400",
                "track | {\"messageId\":\"%100\"} | 400",
                "track | {\"event\":\"%33000\"} | 400",
                "batch | {\"batch\":[{\"event\":\"%33000\"}]} | 400",
                "batch | {\"batch\":[],\"pad\":\"%512001\"} | 400",
            })
    void refuses_what_is_malformed_or_too_large(String route, String body, int status) {
        Response response = send(route, padded(body), basic(source.writeKey()));

        assertThat(Service.error(response, status).get("message").textValue()).isNotBlank();
        assertThat(stored()).isEmpty();
    }

    @Test
    void refuses_more_than_2500_events() {
        String events =
                IntStream.range(0, 2501).mapToObj(i -> "{}").collect(Collectors.joining(",", "{\"batch\":[", "]}"));

        Service.error(send("batch", events, basic(source.writeKey())), 400);

        assertThat(stored()).isEmpty();
    }

    @Test
    void refuses_an_unknown_and_a_missing_write_key() {
        Service.error(send("track", "{}", basic("nobody:")), 401);
        Service.error(send("track", "{}", basic("a\0b:")), 401);
        Service.error(send("track", "{}", null), 401);
    }

    private static String padded(String body) {
        int at = body.indexOf('%');
        if (at < 0) {
            return body;
        }
        int end = body.indexOf('"', at);
        return body.substring(0, at) + "x".repeat(Integer.parseInt(body.substring(at + 1, end))) + body.substring(end);
    }

    private JsonNode stored() {
        return JsonNodes.data(events("")).get("events");
    }

    private String events(String query) {
        return owner.get("/api/sources/" + source.id() + "/events" + query).asString();
    }

    private static Response send(String route, String body, String authorization) {
        var request =
                given().config(VERBATIM).contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
        return (authorization == null ? request : request.header("Authorization", authorization)).post("/v1/" + route);
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
}

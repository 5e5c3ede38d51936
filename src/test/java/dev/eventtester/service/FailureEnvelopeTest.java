package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients read {@code errors[0]} of every failed answer, whatever failed. */
@QuarkusTest
class FailureEnvelopeTest {

    private static final String AUTHORIZED = "Bearer " + Service.OWNER;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GET    | /api/nothing                             |                  |                  | 404",
                "GET    | /api/sources/nope                        |                  |                  | 404",
                "GET    | /api/sources/nope/events                 |                  |                  | 404",
                "GET    | /api/sources/a%2Fb                       |                  |                  | 404",
                "GET    | /api/destinations/nope/subscriptions/x   |                  |                  | 404",
                "GET    | /api/destination/nope/filters            |                  |                  | 404",
                "GET    | /api/reverse-etl-models/nope             |                  |                  | 404",
                "GET    | /api/catalog/sources/nope                |                  |                  | 404",
                "POST   | /api/destination/nope/filters            | application/json | {`sourceId`:`x`} | 404",
                "DELETE | /api/sources                             |                  |                  | 405",
                "PUT    | /api/destinations                        | application/json | {}               | 405",
                "PATCH  | /api                                     | application/json | {}               | 405",
                "POST   | /api/echo                                | application/json | {}               | 405",
                "POST   | /api/sources                             | text/plain       | x                | 415",
                "POST   | /api/destinations                        | application/xml  | <a/>             | 415",
                "PATCH  | /api/sources/nope                        | text/html        | x                | 415",
                "POST   | /api/reverse-etl-models                  | text/plain       | x                | 415",
                "POST   | /api/sources                             | application/json | {                | 400",
                "POST   | /api/sources                             | application/json | [1]              | 400",
                "POST   | /api/sources                             | application/json | nope             | 400",
                "POST   | /api/sources                             | application/json | null             | 400",
                "POST   | /api/sources                             | application/json | {`enabled`:`x`}  | 422",
                "POST   | /api/sources                             | application/json | {`slug`:{}}      | 422",
                "PATCH  | /api/destinations/x/subscriptions/y      | application/json | {`name`:`x`}     | 422",
                "GET    | /api/sources?pagination.count=x          |                  |                  | 422",
                "GET    | /api/sources?pagination[cursor]=%25      |                  |                  | 422",
            })
    void has_the_one_envelope(String method, String path, String contentType, String body, int status) {
        RequestSpecification request =
                given().header("Authorization", AUTHORIZED).accept("application/vnd.segment.v1+json");
        if (contentType != null) {
            request.header("Content-Type", contentType).body(body.replace('`', '"'));
        }

        Response answer = request.urlEncodingEnabled(false).request(method, path);

        JsonNode error = Service.error(answer, status);
        assertThat(error.get("message").textValue()).isNotBlank();
        assertThat(error.get("type").textValue()).isIn("input-validation", "RequestError");
        assertThat(error.get("status").intValue()).isEqualTo(status);
    }

    /** A route asks for a token before it reads the request; what is no route has nothing to ask one for. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api, 401",
        "GET, /api/, 401",
        "GET, /api/sources, 401",
        "GET, /api/sources/nope, 401",
        "POST, /api/destination/filters/preview, 401",
        "GET, /api/nothing, 404",
        "GET, /api/sources/nope/nothing, 404",
        "PUT, /api/sources, 405",
    })
    void asks_for_a_token_first(String method, String path, int status) {
        Response answer = given().header("Authorization", "Bearer nobody")
                .contentType("application/json")
                .request(method, path);

        Service.error(answer, status);
    }

    @ParameterizedTest
    @CsvSource({"/api/sources", "/api/catalog/destinations", "/api/reverse-etl-models", "/api"})
    void answers_json_or_says_that_it_can_nothing_else(String path) {
        Response answer =
                given().header("Authorization", AUTHORIZED).accept("text/csv").get(path);

        Service.error(answer, 406);
    }
}

package dev.eventtester.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.catalog.RecordedMapping.Run;
import dev.eventtester.delivery.call.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded requests of real destinations, and several mappings for one event. */
class DestinationsConformanceTest {

    private static final Catalog CATALOG = Catalog.load(Optional.empty(), OperatorAddresses.defaults());
    private static final String INVALID = "Invalid subscription : ";

    @TestFactory
    Stream<DynamicTest> sends_what_the_reference_engine_sends() {
        return RecordedCases.of("destinations")
                .map(recorded -> dynamicTest(recorded.path("id").asText(), () -> {
                    DestinationDefinition destination = CATALOG.destination(
                                    recorded.path("destination").asText())
                            .orElseThrow();
                    if (recorded.path("kind").asText().equals("fanout")) {
                        fanOut(destination, recorded);
                    } else {
                        compare(destination, recorded, recorded);
                    }
                }));
    }

    private static void fanOut(DestinationDefinition destination, JsonNode recorded) {
        int total = 0;
        for (JsonNode mapping : recorded.path("mappings")) {
            total += compare(destination, recorded, mapping);
        }
        assertThat(total)
                .as("requests of all mappings")
                .isEqualTo(recorded.path("totalRequests").asInt());
    }

    /** Compares one mapping's run and tells how many requests it made. */
    private static int compare(DestinationDefinition destination, JsonNode test, JsonNode expected) {
        Run run = new RecordedMapping(destination, test.path("settings"), test.path("event"), expected).run();
        compareError(run, expected);
        compareOutputs(run.outputs(), RecordedCases.texts(expected.path("outputs")));
        if (expected.has("data")) {
            assertThat(RecordedCases.normal(run.data()))
                    .as("data")
                    .isEqualTo(RecordedCases.normal(expected.path("data")));
        }
        List<OutgoingRequest> requests = run.sender().requests();
        assertThat(requests).as("requests").hasSize(expected.path("requests").size());
        for (int i = 0; i < requests.size(); i++) {
            compareRequest(requests.get(i), expected.path("requests").path(i));
        }
        return requests.size();
    }

    private static void compareError(Run run, JsonNode expected) {
        if (expected.path("errorName").asText().equals("FetchError")) {
            assertThat(run.error()).as("a connection error").isNotNull();
            return;
        }
        assertThat(run.error()).as("error").isEqualTo(expected.path("error").textValue());
        assertThat(run.code())
                .as("error code")
                .isEqualTo(expected.path("errorCode").textValue());
        assertThat(run.status())
                .as("error status")
                .isEqualTo(expected.path("errorStatus").asInt());
    }

    private static void compareOutputs(List<String> outputs, List<String> expected) {
        if (expected.size() == 1 && expected.get(0).startsWith(INVALID)) {
            assertThat(outputs).singleElement().asString().startsWith(INVALID);
        } else {
            assertThat(outputs).as("outputs").isEqualTo(expected);
        }
    }

    private static void compareRequest(OutgoingRequest request, JsonNode expected) {
        assertThat(request.method()).isEqualTo(expected.path("method").asText());
        assertThat(request.url()).isEqualTo(expected.path("url").asText());
        assertThat(RecordedCases.json(request.headers())).as("headers").isEqualTo(expected.path("headers"));
        String body = request.body() == null ? null : new String(request.body(), StandardCharsets.UTF_8);
        String expectedBody = expected.path("body").textValue();
        boolean signed = request.headers().containsKey("x-signature");
        String type = request.headers().getOrDefault("content-type", "");
        if (type.equals("application/json") && !signed) {
            assertThat(RecordedCases.parsed(body)).as("body").isEqualTo(RecordedCases.parsed(expectedBody));
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            assertThat(RecordedCases.form(body)).as("form").isEqualTo(RecordedCases.form(expectedBody));
        } else {
            assertThat(body).as("exact body").isEqualTo(expectedBody);
        }
    }
}

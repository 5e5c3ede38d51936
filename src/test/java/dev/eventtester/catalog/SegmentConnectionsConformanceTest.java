package dev.eventtester.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.catalog.RecordedMapping.Run;
import dev.eventtester.delivery.call.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded messages of the five actions of Segment Connections. */
class SegmentConnectionsConformanceTest {

    private static final DestinationDefinition SEGMENT = Catalog.load(Optional.empty(), OperatorAddresses.defaults())
            .destination("actions-segment")
            .orElseThrow();
    private static final String INVALID = "Invalid subscription : ";

    @TestFactory
    Stream<DynamicTest> makes_the_message_that_the_reference_engine_makes() {
        return RecordedCases.of("segment-connections")
                .map(recorded -> dynamicTest(recorded.path("id").asText(), () -> compare(recorded)));
    }

    private static void compare(JsonNode recorded) {
        // The reference engine's definition has no endpoint and drops that setting whatever its value.
        JsonNode settings = ((ObjectNode) recorded.path("settings").deepCopy()).without(List.of("endpoint"));
        Run run = new RecordedMapping(SEGMENT, settings, recorded.path("event"), recorded).run();
        assertThat(run.error()).as("error").isEqualTo(recorded.path("error").textValue());
        assertThat(run.code())
                .as("error code")
                .isEqualTo(recorded.path("errorCode").textValue());
        assertThat(run.status())
                .as("error status")
                .isEqualTo(recorded.path("errorStatus").asInt());
        compareOutputs(run.outputs(), RecordedCases.texts(recorded.path("outputs")));
        if (recorded.has("result")) {
            JsonNode batch = RecordedCases.normal(recorded.path("result").path("batch"));
            assertThat(batch).hasSize(1);
            assertThat(run.sender().requests()).hasSize(1);
            assertThat(message(run.sender().requests().get(0))).as("message").isEqualTo(batch.path(0));
        } else {
            assertThat(run.sender().requests()).isEmpty();
        }
    }

    private static void compareOutputs(List<String> outputs, List<String> expected) {
        if (expected.size() == 1 && expected.get(0).startsWith(INVALID)) {
            assertThat(outputs).singleElement().asString().startsWith(INVALID);
        } else {
            assertThat(outputs).as("outputs").isEqualTo(expected);
        }
    }

    /** The sent message with the type that its address says. */
    private static JsonNode message(OutgoingRequest request) {
        ObjectNode message = (ObjectNode) RecordedCases.parsed(new String(request.body(), StandardCharsets.UTF_8));
        assertThat(message.has("type")).as("type inside of the message").isFalse();
        return message.put("type", request.url().substring(request.url().lastIndexOf('/') + 1));
    }
}

package dev.eventtester.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.Prediction;
import dev.eventtester.actions.Prediction.Discard;
import dev.eventtester.delivery.call.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentConnectionsTest {

    private static final OperatorAddresses HERE =
            new OperatorAddresses("http://localhost:8080/v1/", "http://eu.test/v1", "http://cdn.test/v1");
    private static final DestinationDefinition SEGMENT =
            Catalog.load(Optional.empty(), HERE).destination("actions-segment").orElseThrow();
    private static final String KEY = "{\"source_write_key\":\"wk\"}";

    private final RecordingSender tracking = new RecordingSender(MissingNode.getInstance());

    @ParameterizedTest
    @CsvSource({"sendTrack, track", "sendIdentify, identify", "sendPage, page", "sendScreen, screen", "sendGroup, group"
    })
    void posts_each_message_to_the_address_of_its_type(String action, String path) {
        Runs.perform(SEGMENT, action, "{\"user_id\":\"u\",\"event_name\":\"e\",\"group_id\":\"g\"}", KEY, tracking);
        OutgoingRequest request = tracking.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("http://localhost:8080/v1/" + path);
        assertThat(request.headers())
                .containsEntry("authorization", "Basic d2s6")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void sends_the_message_without_its_type_and_with_message_id_and_consent() {
        String payload = "{\"user_id\":\"u\",\"event_name\":\"e\",\"message_id\":\"m\",\"ip_address\":\"1.2.3.4\"}";
        Runs.perform(SEGMENT, "sendTrack", payload, KEY, tracking);
        assertThat(new String(tracking.requests().get(0).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"userId\":\"u\",\"messageId\":\"m\",\"context\":{\"ip\":\"1.2.3.4\",\"consent\":{},"
                        + "\"traits\":{}},\"event\":\"e\",\"properties\":{}}");
    }

    @Test
    void sends_to_the_region_of_the_settings() {
        String settings = "{\"source_write_key\":\"wk\",\"endpoint\":\"europe\"}";
        Runs.perform(SEGMENT, "sendPage", "{\"anonymous_id\":\"a\"}", settings, tracking);
        assertThat(tracking.requests().get(0).url()).isEqualTo("http://eu.test/v1/page");
    }

    @Test
    void refuses_an_unknown_region() {
        String settings = "{\"source_write_key\":\"wk\",\"endpoint\":\"mars\"}";
        assertThatThrownBy(() -> Runs.perform(SEGMENT, "sendPage", "{\"user_id\":\"u\"}", settings, tracking))
                .isInstanceOf(ActionException.class)
                .hasMessage("A valid endpoint must be selected. Please check your Segment settings.");
        assertThat(tracking.requests()).isEmpty();
    }

    @Test
    void asks_the_settings_whether_a_write_key_exists() {
        var result = SEGMENT.credentialsCheck()
                .orElseThrow()
                .check(RecordedCases.parsed("{\"source_write_key\":\"w/k\"}"), Runs.CLOCK, tracking)
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(result.valid()).isTrue();
        assertThat(tracking.requests().get(0).url()).isEqualTo("http://cdn.test/v1/projects/w%2Fk/settings");
    }

    @Test
    void predicts_that_a_complete_message_would_be_accepted() {
        Prediction prediction = predict("sendTrack", "{\"user_id\":\"u\",\"event_name\":\"e\"}");
        assertThat(prediction.accepted()).isTrue();
        assertThat(prediction.summary()).isEqualTo("would be accepted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        sendTrack  | {"event_name":"e"}                           | no_user_anon_id
        sendTrack  | {"user_id":"u"}                              | event_not_defined
        sendTrack  | {"user_id":"u","event_name":5}               | event_not_string
        sendPage   | {"user_id":"u","page_name":""}               | name_not_string
        sendGroup  | {"user_id":"u"}                              | no_group_id
        """)
    void predicts_why_a_message_would_be_dropped(String action, String payload, String code) {
        assertThat(predict(action, payload).discards())
                .extracting(Discard::code)
                .containsExactly(code);
    }

    @Test
    void predicts_that_a_large_message_or_a_long_message_id_is_refused() {
        String payload = "{\"user_id\":\"u\",\"event_name\":\"e\",\"message_id\":\"%s\",\"properties\":{\"x\":\"%s\"}}"
                .formatted("m".repeat(100), "é".repeat(16 * 1024));
        assertThat(predict("sendTrack", payload).discards())
                .extracting(Discard::code)
                .containsExactly("payload_too_large", "message_id_too_long");
    }

    @Test
    void predicts_without_sending() {
        predict("sendTrack", "{\"user_id\":\"u\",\"event_name\":\"e\"}");
        assertThat(tracking.requests()).isEmpty();
    }

    private static Prediction predict(String action, String payload) {
        return SEGMENT.action(action)
                .orElseThrow()
                .action()
                .predict(Runs.input(payload, KEY))
                .orElseThrow();
    }
}

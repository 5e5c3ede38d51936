package dev.eventtester.actions.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.delivery.call.Answer;
import dev.eventtester.trigger.InvalidTriggerException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        type = "track"                                       | true
        payload.kind = "vip"                                 | true
        payload.kind = "other"                               | false
        type = "track" and payload.kind = "other"            | false
        settings.region = "eu"                               | true
        answers.lookup.status = 404                          | true
        answers.lookup.body.id != null                       | false
        answers.other.status = 404                           | false
        context.locale = "en"                                | true
        contains(payload.kind, "ip")                         | true
        properties.text = "payload.kind"                     | true
        payload.kind != null and answers.lookup.status < 500 | true
        """)
    void knows_the_event_and_the_scope(String condition, boolean holds) throws JsonProcessingException {
        assertThat(Condition.parse(condition).holds(scope())).isEqualTo(holds);
    }

    @Test
    void refuses_what_is_no_trigger() {
        assertThatThrownBy(() -> Condition.parse("(")).isInstanceOf(InvalidTriggerException.class);
    }

    private static Scope scope() throws JsonProcessingException {
        JsonNode event = JSON.readTree(
                "{\"type\":\"track\",\"context\":{\"locale\":\"en\"},\"properties\":{\"text\":\"payload.kind\"}}");
        JsonNode payload = JSON.readTree("{\"kind\":\"vip\"}");
        JsonNode settings = JSON.readTree("{\"region\":\"eu\"}");
        ActionInput input = new ActionInput(payload, settings, event, InstantSource.system());
        Scope scope = new Scope(input, MissingNode.getInstance(), MissingNode.getInstance());
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers = Map.of("content-type", List.of("application/json"));
        scope.answered(0, "lookup", new Answer(404, "Not Found", headers, body, false));
        return scope;
    }
}

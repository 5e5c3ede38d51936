package dev.eventtester.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded cases of triggers: reading them, and evaluating them on an event. */
class FqlConformanceTest {

    private static final List<String> NORMATIVE = List.of("contains()", "match()", "Operator token", "Value token");
    private static final Comparator<JsonNode> SAME_NUMBER = FqlConformanceTest::compare;

    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream file = FqlConformanceTest.class.getResourceAsStream("/conformance/fql.json")) {
            JsonNode cases = new ObjectMapper().readTree(file);
            assertThat(cases).isNotEmpty();
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(recorded -> Named.of(recorded.get("id").asText(), recorded));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answers_as_recorded(JsonNode recorded) {
        String text = recorded.get("trigger").asText();
        if (!recorded.get("valid").booleanValue()) {
            assertInvalid(text, recorded.path("parseError").asText());
            return;
        }
        Trigger trigger = Trigger.parse(text);
        assertThat(RecordedTree.of(trigger.conditions()).equals(SAME_NUMBER, recorded.get("ast")))
                .as("the tree is %s", RecordedTree.of(trigger.conditions()))
                .isTrue();
        JsonNode event = recorded.get("event");
        boolean fails = recorded.has("evaluationError");
        if (fails) {
            assertThatThrownBy(() -> trigger.matches(event)).isInstanceOf(TriggerEvaluationException.class);
        } else {
            assertThat(trigger.matches(event)).isEqualTo(recorded.get("matches").booleanValue());
        }
        Explanation explanation = trigger.explain(event);
        assertThat(explanation.matched()).isEqualTo(recorded.get("matches").booleanValue());
        assertThat(explanation.error().isPresent()).isEqualTo(fails);
    }

    private static void assertInvalid(String text, String recorded) {
        boolean normative = NORMATIVE.stream().anyMatch(recorded::startsWith);
        assertThatThrownBy(() -> Trigger.parse(text))
                .isInstanceOf(InvalidTriggerException.class)
                .satisfies(error -> {
                    if (normative) {
                        assertThat(error).hasMessage(recorded);
                    } else {
                        assertThat(error.getMessage()).isNotBlank();
                    }
                });
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}

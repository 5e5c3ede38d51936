package dev.eventtester.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eventtester.field.definition.InvalidFieldDefinitionException;
import dev.eventtester.json.JsJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every recorded case of the reference engine's field validation. */
class FieldsConformanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> behaves_as_recorded() throws IOException {
        try (InputStream cases = getClass().getResourceAsStream("/conformance/fields.json")) {
            JsonNode recorded = JSON.readTree(cases);
            return StreamSupport.stream(recorded.spliterator(), false)
                    .map(test -> DynamicTest.dynamicTest(test.get("id").textValue(), () -> check(test)));
        }
    }

    private static void check(JsonNode test) throws IOException {
        JsonNode fields = test.get("fields");
        if (test.path("errorName").asText().equals("Error")) {
            assertThatThrownBy(() -> FieldSet.of(fields))
                    .isInstanceOf(InvalidFieldDefinitionException.class)
                    .hasMessage(test.get("error").textValue());
            return;
        }
        JsonNode payload = test.get("payload").deepCopy();
        boolean batch = test.path("mode").asText().equals("batch");
        Validation validation = batch
                ? FieldSet.of(fields).validateInBatch(payload)
                : FieldSet.of(fields).validate(payload);
        if (test.has("error")) {
            assertThat(validation).isInstanceOf(Validation.Invalid.class);
            assertThat(validation.message()).isEqualTo(test.get("error").textValue());
            if (test.has("errors")) {
                assertThat(recordable(validation.errors())).isEqualTo(test.get("errors"));
            }
        } else {
            assertThat(validation).isInstanceOf(Validation.Valid.class);
            assertThat(asSent(((Validation.Valid) validation).payload())).isEqualTo(asSent(test.get("result")));
        }
    }

    private static JsonNode recordable(List<FieldError> errors) {
        return JSON.valueToTree(errors.stream()
                .map(error -> Map.of("pointer", error.pointer(), "message", error.message()))
                .toList());
    }

    private static JsonNode asSent(JsonNode value) throws IOException {
        return JSON.readTree(JsJson.stringify(value));
    }
}

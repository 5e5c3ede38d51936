package dev.eventtester.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every recorded case of the mapping language. */
class MappingConformanceTest {

    private static final Set<String> TEXT_NOT_NORMATIVE =
            Set.of("ParseError", "RenderError", "TokenizationError", "TypeError");

    @TestFactory
    Stream<DynamicTest> behaves_as_recorded() {
        return StreamSupport.stream(cases().spliterator(), false)
                .map(recorded -> dynamicTest(recorded.get("id").textValue(), () -> check(recorded)));
    }

    private static JsonNode cases() {
        try (InputStream json = MappingConformanceTest.class.getResourceAsStream("/conformance/mapping.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(JsonNode recorded) {
        Mapping mapping = Mapping.compile(recorded.get("mapping"));
        Resolution resolution = mapping.explain(recorded.get("event"), clock(recorded));
        if (recorded.has("error")) {
            checkError(recorded, mapping, resolution);
            return;
        }
        assertThat(resolution.error()).isNull();
        assertThat(mapping.errors()).isEmpty();
        assertSame(recorded.path("result"), resolution.value(), "");
        assertSame(resolution.value(), mapping.resolve(recorded.get("event"), clock(recorded)), "");
    }

    private static void checkError(JsonNode recorded, Mapping mapping, Resolution resolution) {
        assertThat(resolution.error()).isNotNull();
        if (!TEXT_NOT_NORMATIVE.contains(recorded.get("errorName").textValue())) {
            assertThat(resolution.error()).isEqualTo(recorded.get("error").textValue());
        }
        if (recorded.has("errors")) {
            List<String> errors = new ArrayList<>();
            recorded.get("errors").forEach(error -> errors.add(error.textValue()));
            assertThat(mapping.errors()).extracting(MappingError::message).isEqualTo(errors);
        }
    }

    private static InstantSource clock(JsonNode recorded) {
        return recorded.has("now")
                ? InstantSource.fixed(Instant.parse(recorded.get("now").textValue()))
                : InstantSource.system();
    }

    /** Numbers as doubles, undefined elements as null, members in any order. */
    private static void assertSame(JsonNode expected, JsonNode value, String at) {
        if (expected.isNumber() && value.isNumber()) {
            assertThat(value.doubleValue()).as(at).isEqualTo(expected.doubleValue());
        } else if (expected.isObject() && value.isObject()) {
            assertThat(value.fieldNames()).toIterable().as(at).containsExactlyInAnyOrderElementsOf(names(expected));
            for (Entry<String, JsonNode> member : expected.properties()) {
                assertSame(member.getValue(), value.get(member.getKey()), at + "/" + member.getKey());
            }
        } else if (expected.isArray() && value.isArray()) {
            assertThat(value).as(at).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertSame(expected.get(i), value.get(i), at + "/" + i);
            }
        } else if (!(expected.isNull() && isWrittenAsNull(value))) {
            assertThat(value).as(at).isEqualTo(expected);
        }
    }

    private static boolean isWrittenAsNull(JsonNode value) {
        return value.isNull() || value.isMissingNode() || (value.isNumber() && !Double.isFinite(value.doubleValue()));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> name = object.fieldNames(); name.hasNext(); ) {
            names.add(name.next());
        }
        return names;
    }
}

package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description of the interface that the service gives. */
@QuarkusTest
class OpenApiSnapshotTest {

    private static final Path SNAPSHOT = Path.of("src/test/resources/openapi.yaml");
    private static final String HOW_TO_ACCEPT =
            "The interface's description is not what its snapshot says. If that is wanted, take the new one and read"
                    + " what git diff shows:\n  cp target/openapi/openapi.yaml " + SNAPSHOT + "\nThe first difference";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private String text;
    private OpenApiDocument document;

    @BeforeEach
    void read() throws IOException {
        text = new String(RestAssured.get("/q/openapi").asByteArray(), StandardCharsets.UTF_8);
        document = new OpenApiDocument(YAML.readTree(text));
    }

    @Test
    void is_its_snapshot() throws IOException {
        List<String> expected = lines(Files.readString(SNAPSHOT));
        List<String> actual = lines(text);

        int same = 0;
        while (same < Math.min(expected.size(), actual.size())
                && expected.get(same).equals(actual.get(same))) {
            same++;
        }

        assertThat(after(same, actual)).as(HOW_TO_ACCEPT).isEqualTo(after(same, expected));
    }

    /** The document's lines, whatever the order of members in it. */
    private static List<String> lines(String yaml) throws IOException {
        return YAML.writeValueAsString(YAML.readValue(yaml, Object.class))
                .lines()
                .toList();
    }

    private static List<String> after(int same, List<String> lines) {
        return lines.subList(same, Math.min(lines.size(), same + 3));
    }

    @Test
    void describes_every_route_and_who_may_use_it() {
        Set<String> described = new TreeSet<>();
        document.operations().forEach(operation -> described.addAll(operation.routes()));

        assertThat(described).isEqualTo(new TreeSet<>(ResourceRoutes.ofTheService()));
    }

    @Test
    void refers_to_nothing_that_is_missing() {
        assertThat(document.references())
                .hasSizeGreaterThan(100)
                .allSatisfy(reference -> assertThat(document.resolve(reference).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void shows_a_schema_and_an_example_of_every_answer_and_request() {
        List<String> bare = new ArrayList<>();
        document.operations().forEach(operation -> {
            List<OpenApiDocument.Shown> shown = operation.shown();
            assertThat(shown).as(operation.name()).isNotEmpty();
            shown.stream()
                    .filter(content -> content.schema().isMissingNode()
                            || content.examples().isEmpty())
                    .forEach(content -> bare.add(content.place()));
        });

        assertThat(bare).isEmpty();
    }

    @Test
    void says_of_every_route_how_it_fails() {
        document.operations().forEach(operation -> {
            List<String> expected = operation.name().contains(" /api") ? List.of("401", "406", "500") : List.of("500");
            assertThat(operation.statuses()).as(operation.name()).containsAll(expected);
        });
    }

    @Test
    void has_examples_that_are_what_their_schemas_say() {
        List<String> wrong = new ArrayList<>();
        document.shown()
                .forEach(content -> content.examples().forEach((name, value) -> {
                    Set<ValidationMessage> broken = document.validate(content.schema(), value);
                    broken.forEach(message -> wrong.add(content.place() + " " + name + ": " + message));
                }));

        assertThat(wrong).isEmpty();
    }

    @Test
    void tells_a_wrong_example_from_a_right_one() {
        JsonNode schema = document.resolve("#/components/schemas/Workspace");
        ObjectNode workspace = YAML.createObjectNode()
                .put("id", "01900000-0000-7000-8000-000000000001")
                .put("slug", "demo")
                .put("name", "Demo");

        assertThat(document.validate(schema, workspace)).isEmpty();
        assertThat(document.validate(schema, workspace.deepCopy().put("slug", 1)))
                .hasSize(1);
        assertThat(document.validate(schema, workspace.deepCopy().put("undescribed", 1)))
                .hasSize(1);
        assertThat(document.validate(schema, workspace.without("name"))).hasSize(1);
    }
}

package dev.eventtester.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eventtester.catalog.yaml.Problems;
import dev.eventtester.catalog.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The published JSON Schema says what the reader of definitions does. */
class DestinationSchemaTest {

    private static final JsonNode SCHEMA = schema();
    private static final Pattern UNKNOWN_KEY = Pattern.compile("unknown key \"unknown\" in (.*), which may have: (.*)");

    private static JsonNode schema() {
        try (InputStream in = Catalog.class.getResourceAsStream("/catalog/destination.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A definition with an unknown key wherever keys are fixed: the reader's answers list those that it knows. */
    private static final String UNKNOWN_EVERYWHERE = """
        slug: x
        unknown: 1
        name: X
        credentialsCheck: {unknown: 1}
        everyRequest: {unknown: 1}
        settings:
          f:
            unknown: 1
            required: {unknown: 1, conditions: [{unknown: 1}]}
            choices: [{unknown: 1}]
        actions:
          a:
            unknown: 1
            request: {unknown: 1, auth: {unknown: 1}, sign: {unknown: 1}}
        presets: [{unknown: 1}]
        """;

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("a destination", "/properties"),
            Map.entry("\"credentialsCheck\"", "/properties/credentialsCheck/properties"),
            Map.entry("\"everyRequest\"", "/properties/everyRequest/properties"),
            Map.entry("the field \"f\"", "/$defs/field/properties"),
            Map.entry("\"required\"", "/$defs/condition/properties"),
            Map.entry("a condition", "/$defs/condition/properties/conditions/items/properties"),
            Map.entry("a choice", "/$defs/choice/properties"),
            Map.entry("the action \"a\"", "/$defs/action/properties"),
            Map.entry("a preset", "/$defs/preset/properties"),
            Map.entry("a request", "/$defs/request/properties"),
            Map.entry("\"auth\"", "/$defs/auth/properties"),
            Map.entry("\"sign\"", "/$defs/sign/properties"));

    @Test
    void has_the_keys_that_the_reader_knows(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.yaml"), UNKNOWN_EVERYWHERE);
        CatalogException wrong = catchThrowableOfType(
                CatalogException.class, () -> Catalog.load(Optional.of(folder), OperatorAddresses.defaults()));
        Map<String, Set<String>> known = new HashMap<>();
        wrong.problems().forEach(problem -> {
            Matcher keys = UNKNOWN_KEY.matcher(problem);
            if (keys.find()) {
                known.put(PLACES.get(keys.group(1)), Set.of(keys.group(2).split(", ")));
            }
        });
        Map<String, Set<String>> published = new HashMap<>();
        PLACES.values().forEach(place -> published.put(place, keys(SCHEMA.at(place))));
        assertThat(known).isEqualTo(published);
    }

    private static Set<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @TestFactory
    Stream<DynamicTest> is_satisfied_by_every_definition() throws IOException {
        Map<String, String> files = CatalogFiles.builtIn("destinations");
        files.put(
                "deploy/catalog/internal-crm.yaml",
                Files.readString(Path.of("deploy", "catalog", "internal-crm.yaml")));
        return files.entrySet().stream()
                .map(file -> dynamicTest(
                        file.getKey(),
                        () -> assertThat(violations(file.getKey(), file.getValue()))
                                .isEmpty()));
    }

    @Test
    void is_not_satisfied_by_anything() {
        assertThat(violations("x", "slug: UPPER\nnames: X\nactions: {a: {title: 5, fields: {}}}"))
                .containsExactlyInAnyOrder(
                        "/: name is missing",
                        "/slug: does not match",
                        "/names: unknown",
                        "/actions/a: matches 0 of oneOf",
                        "/actions/a/title: is not a string");
    }

    private static List<String> violations(String name, String yaml) {
        Problems problems = new Problems();
        JsonNode json = YamlFile.read(name, yaml, problems).orElseThrow().json();
        List<String> violations = new ArrayList<>();
        check(SCHEMA, json, "/", violations);
        return violations;
    }

    // As much of JSON Schema as this one uses.
    private static void check(JsonNode given, JsonNode value, String at, List<String> violations) {
        JsonNode schema =
                given.has("$ref") ? SCHEMA.at(given.path("$ref").asText().substring(1)) : given;
        if (schema.has("type") && !isOfType(schema.path("type").asText(), value)) {
            violations.add(at + ": is not a " + schema.path("type").asText());
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            violations.add(at + ": is none of the enum");
        }
        if (schema.has("pattern")
                && !value.asText().matches(schema.path("pattern").asText())) {
            violations.add(at + ": does not match");
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            long matching = matching(schema.path(choice), value, at);
            if (schema.has(choice) && (matching == 0 || choice.equals("oneOf") && matching > 1)) {
                violations.add(at + ": matches " + matching + " of " + choice);
            }
        }
        schema.path("required").forEach(key -> {
            if (!value.has(key.asText())) {
                violations.add(at + ": " + key.asText() + " is missing");
            }
        });
        children(schema, value, at, violations);
    }

    private static long matching(JsonNode schemas, JsonNode value, String at) {
        long matching = 0;
        for (JsonNode schema : schemas) {
            List<String> violations = new ArrayList<>();
            check(schema, value, at, violations);
            matching += violations.isEmpty() ? 1 : 0;
        }
        return matching;
    }

    private static void children(JsonNode schema, JsonNode value, String at, List<String> violations) {
        String below = at.endsWith("/") ? at : at + "/";
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(schema.path("items"), item, below + "-", violations));
        }
        if (!value.isObject()) {
            return;
        }
        value.properties().forEach(member -> {
            JsonNode known = schema.path("properties").path(member.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                check(known, member.getValue(), below + member.getKey(), violations);
            } else if (others.isObject()) {
                check(others, member.getValue(), below + member.getKey(), violations);
            } else if (others.isBoolean() && !others.booleanValue()) {
                violations.add(below + member.getKey() + ": unknown");
            }
        });
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new AssertionError(type);
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}

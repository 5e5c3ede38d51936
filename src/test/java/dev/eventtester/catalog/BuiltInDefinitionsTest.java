package dev.eventtester.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInDefinitionsTest {

    private static final Catalog CATALOG = Catalog.load(Optional.empty(), OperatorAddresses.defaults());

    @Test
    void are_all_in_the_index() throws IOException {
        Path root = Path.of("src", "main", "resources", "catalog");
        try (Stream<Path> files = Files.walk(root)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(Files.readAllLines(root.resolve("index.txt"))).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @Test
    void describe_themselves_their_actions_and_their_fields() {
        assertThat(CATALOG.sources())
                .allSatisfy(source -> assertThat(source.description()).isNotBlank());
        assertThat(CATALOG.destinations()).allSatisfy(destination -> {
            assertThat(destination.description()).isNotBlank();
            assertThat(destination.settings().definitions().values())
                    .allSatisfy(setting -> assertThat(setting.description()).isNotBlank());
            assertThat(destination.actions()).allSatisfy(action -> {
                assertThat(action.description()).isNotBlank();
                assertThat(action.listed())
                        .allSatisfy(field -> assertThat(field.definition().description())
                                .as(field.key())
                                .isNotBlank());
            });
        });
    }

    @Test
    void are_the_sources_that_clients_know() {
        assertThat(CATALOG.source("iUM16Md8P2")).hasValueSatisfying(source -> {
            assertThat(source.slug()).isEqualTo("http-api");
            assertThat(source.name()).isEqualTo("HTTP API");
        });
        assertThat(CATALOG.sources())
                .filteredOn(source -> source.kind() == SourceKind.WAREHOUSE)
                .extracting(SourceDefinition::slug)
                .containsExactlyInAnyOrder("postgres", "bigquery", "snowflake", "redshift");
        assertThat(CATALOG.sources())
                .allSatisfy(source -> assertThat(source.id()).matches("[0-9A-Za-z]{10}"));
    }

    @Test
    void know_segment_connections_by_the_ids_of_the_public_catalog() {
        DestinationDefinition segment =
                CATALOG.destination("6371eee1ae5e324869aa8b1b").orElseThrow();
        assertThat(segment.slug()).isEqualTo("actions-segment");
        assertThat(segment.sourceKinds()).containsExactly(SourceKind.WAREHOUSE);
        assertThat(segment.mappingTestSends()).isFalse();
        assertThat(segment.secretSettings()).containsExactly("source_write_key");
        assertThat(segment.integrationNames()).containsExactlyInAnyOrder("Segment", "Segment Connections");
        assertThat(segment.action("oiFvX4YXwyaPVysi1t7mtz"))
                .get()
                .extracting(ActionDefinition::slug)
                .isEqualTo("sendTrack");
        assertThat(segment.actions())
                .extracting(ActionDefinition::defaultTrigger)
                .containsExactly(
                        "type = \"page\"",
                        "type = \"track\"",
                        "type = \"identify\"",
                        "type = \"group\"",
                        "type = \"screen\"");
    }

    @Test
    void offer_a_preset_for_every_action_of_segment_connections() {
        DestinationDefinition segment = CATALOG.destination("actions-segment").orElseThrow();
        assertThat(segment.presets())
                .extracting(Preset::actionSlug)
                .contains("sendPage", "sendTrack", "sendIdentify", "sendGroup", "sendScreen");
        assertThat(segment.presets())
                .allSatisfy(
                        preset -> assertThat(preset.mapping().has("message_id")).isTrue());
    }

    @Test
    void say_why_they_cannot_be_tested() {
        assertThat(CATALOG.destination("hotjar").orElseThrow().notTestableBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("device-mode"));
        assertThat(CATALOG.destination("data-lakes-aws").orElseThrow().notTestableBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("data lake"));
        assertThat(CATALOG.destination("actions-webhook").orElseThrow().notTestableBecause())
                .isEmpty();
    }
}

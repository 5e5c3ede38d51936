package dev.eventtester.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Labels, types, defaults and presets are those of the recorded destinations. */
class DestinationsManifestTest {

    private static final Catalog CATALOG = Catalog.load(Optional.empty(), OperatorAddresses.defaults());

    @TestFactory
    Stream<DynamicTest> agrees_with_the_manifest() {
        return RecordedCases.of("destinations-manifest")
                .map(manifest -> dynamicTest(manifest.path("slug").asText(), () -> {
                    DestinationDefinition destination =
                            CATALOG.destination(manifest.path("slug").asText()).orElseThrow();
                    manifest.path("authentication")
                            .path("fields")
                            .properties()
                            .forEach(setting -> compare(
                                    destination.settings().definitions().get(setting.getKey()), setting.getValue()));
                    manifest.path("actions")
                            .properties()
                            .forEach(action -> compareAction(
                                    destination.action(action.getKey()).orElseThrow(), action.getValue()));
                    assertThat(destination.actions())
                            .hasSize(manifest.path("actions").size());
                    manifest.path("presets").forEach(preset -> comparePreset(destination, preset));
                }));
    }

    private static void compareAction(ActionDefinition action, JsonNode manifest) {
        assertThat(action.title()).isEqualTo(manifest.path("title").asText());
        if (manifest.path("defaultSubscription").isTextual()) {
            assertThat(conditions(action.defaultTrigger()))
                    .isEqualTo(conditions(manifest.path("defaultSubscription").asText()));
        } else {
            assertThat(action.defaultTrigger()).isNull();
        }
        List<String> keys = new ArrayList<>();
        manifest.path("fields").properties().forEach(field -> {
            keys.add(field.getKey());
            compare(action.fields().definitions().get(field.getKey()), field.getValue());
        });
        assertThat(action.listed()).extracting(ActionField::key).isEqualTo(keys);
    }

    private static void compare(FieldDefinition field, JsonNode manifest) {
        FieldDefinition expected = FieldDefinition.of(manifest);
        assertThat(field)
                .usingRecursiveComparison()
                .ignoringFields("description", "properties")
                .isEqualTo(expected);
        expected.properties()
                .orElse(Map.of())
                .forEach((key, nested) ->
                        assertThat(field.properties().orElseThrow().get(key)).isEqualTo(nested));
    }

    private static void comparePreset(DestinationDefinition destination, JsonNode manifest) {
        if (!manifest.path("type").asText().equals("automatic")) {
            return;
        }
        assertThat(destination.presets()).anySatisfy(preset -> {
            assertThat(preset.name()).isEqualTo(manifest.path("name").asText());
            assertThat(preset.actionSlug()).isEqualTo(manifest.path("action").asText());
            assertThat(conditions(preset.trigger()))
                    .isEqualTo(conditions(manifest.path("subscribe").asText()));
            assertThat(RecordedCases.normal(preset.mapping()))
                    .isEqualTo(RecordedCases.normal(manifest.path("mapping")));
        });
    }

    private static Object conditions(String trigger) {
        return Trigger.parse(trigger).conditions().toString();
    }
}

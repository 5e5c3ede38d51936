package dev.eventtester.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.catalog.ActionDefinition;
import dev.eventtester.catalog.ActionField;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.catalog.DestinationMode;
import dev.eventtester.catalog.Preset;
import dev.eventtester.catalog.SourceKind;
import dev.eventtester.field.definition.FieldDefinition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What the catalog says of a destination, in the Public API's form. */
@RegisterForReflection
public record DestinationMetadata(
        String id,
        String name,
        String description,
        String slug,
        Logos logos,
        List<Option> options,
        String status,
        List<String> previousNames,
        List<String> categories,
        String website,
        List<Object> components,
        Features supportedFeatures,
        Methods supportedMethods,
        Platforms supportedPlatforms,
        List<ActionView> actions,
        List<PresetView> presets) {

    public static DestinationMetadata of(DestinationDefinition definition) {
        boolean cloud = definition.mode() == DestinationMode.CLOUD;
        return new DestinationMetadata(
                definition.id(),
                definition.name(),
                definition.description(),
                definition.slug(),
                Logos.NONE,
                definition.settings().definitions().entrySet().stream()
                        .map(setting -> Option.of(setting.getKey(), setting.getValue()))
                        .toList(),
                "PUBLIC",
                definition.previousNames(),
                definition.categories(),
                definition.website(),
                List.of(),
                Features.of(definition.mode()),
                Methods.of(cloud),
                Platforms.of(definition),
                definition.actions().stream().map(ActionView::of).toList(),
                definition.presets().stream()
                        .map(preset -> PresetView.of(preset, definition))
                        .toList());
    }

    /** What is left to say of a destination that the catalog does not have any more. */
    public static DestinationMetadata unavailable(String id) {
        return new DestinationMetadata(
                id,
                id,
                "",
                id,
                Logos.NONE,
                List.of(),
                "UNAVAILABLE",
                List.of(),
                List.of(),
                "",
                List.of(),
                new Features("NONE", "NONE", false, false, false),
                new Methods(false, false, false, false, false),
                new Platforms(false, false, false, false, false, false),
                List.of(),
                List.of());
    }

    record Features(
            String cloudModeInstances,
            String deviceModeInstances,
            boolean replay,
            boolean browserUnbundling,
            boolean browserUnbundlingPublic) {

        static Features of(DestinationMode mode) {
            return new Features(
                    mode == DestinationMode.CLOUD ? "MULTIPLE" : "NONE",
                    mode == DestinationMode.DEVICE ? "SINGLE" : "NONE",
                    false,
                    false,
                    false);
        }
    }

    record Methods(boolean pageview, boolean identify, boolean alias, boolean track, boolean group) {

        static Methods of(boolean cloud) {
            return new Methods(cloud, cloud, false, cloud, cloud);
        }
    }

    record Platforms(
            boolean browser,
            boolean server,
            boolean mobile,
            boolean warehouse,
            boolean cloudAppObject,
            boolean linkedAudiences) {

        static Platforms of(DestinationDefinition definition) {
            boolean events = definition.sourceKinds().contains(SourceKind.EVENTS);
            boolean rows = definition.sourceKinds().contains(SourceKind.WAREHOUSE);
            return new Platforms(events, events, events, rows, false, false);
        }
    }

    record ActionView(
            String id,
            String slug,
            String name,
            String description,
            String platform,
            boolean hidden,
            String defaultTrigger,
            List<FieldView> fields) {

        static ActionView of(ActionDefinition action) {
            return new ActionView(
                    action.id(),
                    action.slug(),
                    action.title(),
                    action.description(),
                    "CLOUD",
                    action.hidden(),
                    action.defaultTrigger(),
                    action.listed().stream().map(FieldView::of).toList());
        }
    }

    record FieldView(
            String id,
            int sortOrder,
            String fieldKey,
            String label,
            String type,
            String description,
            String placeholder,
            JsonNode defaultValue,
            boolean required,
            boolean multiple,
            List<ChoiceView> choices,
            boolean dynamic,
            boolean allowNull,
            boolean hidden) {

        static FieldView of(ActionField field) {
            FieldDefinition definition = field.definition();
            return new FieldView(
                    field.id(),
                    field.sortOrder(),
                    field.key(),
                    definition.label(),
                    definition.type().name(),
                    definition.description(),
                    definition.placeholder(),
                    definition.defaultValue().isMissingNode() ? null : definition.defaultValue(),
                    definition.isRequired(),
                    definition.multiple(),
                    choices(definition),
                    definition.dynamic(),
                    definition.allowNull(),
                    definition.hidden());
        }

        private static List<ChoiceView> choices(FieldDefinition definition) {
            return definition.choices().isEmpty()
                    ? null
                    : definition.choices().stream()
                            .map(choice -> new ChoiceView(choice.label(), choice.value()))
                            .toList();
        }
    }

    record ChoiceView(String label, JsonNode value) {}

    record PresetView(String actionId, String name, JsonNode fields, String trigger) {

        static PresetView of(Preset preset, DestinationDefinition definition) {
            String actionId =
                    definition.action(preset.actionSlug()).orElseThrow().id();
            return new PresetView(actionId, preset.name(), preset.mapping(), preset.trigger());
        }
    }
}

package dev.eventtester.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.actions.declared.CredentialsCheck;
import dev.eventtester.catalog.reading.FieldReader;
import dev.eventtester.catalog.reading.RequestReader;
import dev.eventtester.catalog.reading.StableId;
import dev.eventtester.catalog.yaml.YamlObject;
import dev.eventtester.catalog.yaml.YamlValue;
import dev.eventtester.field.FieldSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one definition file of a source or a destination. */
final class DefinitionReader {

    private static final Set<String> SOURCE_KEYS = Set.of("id", "slug", "name", "description", "categories", "kind");
    private static final Set<String> KEYS = Set.of(
            "id",
            "slug",
            "name",
            "description",
            "website",
            "categories",
            "previousNames",
            "mode",
            "sources",
            "settings",
            "constants",
            "everyRequest",
            "actions",
            "presets",
            "credentialsCheck",
            "mappingTest");
    private static final Set<String> CHECK_KEYS = Set.of("request");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final String SLUG_IN_WORDS = "lower-case letters, digits and -";
    private static final List<String> MODES = names(DestinationMode.values());
    private static final List<String> KINDS = names(SourceKind.values());

    private final JsonNode config;

    /** @param config the operator's addresses, which directives and Java actions see */
    DefinitionReader(JsonNode config) {
        this.config = config;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    SourceDefinition source(YamlValue root) {
        YamlObject source = root.object("a source", SOURCE_KEYS);
        String slug = source.text("slug", SLUG, SLUG_IN_WORDS);
        source.required("kind");
        return new SourceDefinition(
                source.text("id", StableId.base62("source/" + slug, 10)),
                slug,
                source.text("name"),
                source.text("description", ""),
                source.texts("categories"),
                SourceKind.valueOf(source.oneOf("kind", KINDS, "events").toUpperCase(Locale.ROOT)));
    }

    DestinationDefinition destination(YamlValue root, boolean builtIn) {
        YamlObject file = root.object("a destination", KEYS);
        String slug = file.text("slug", SLUG, SLUG_IN_WORDS);
        DestinationMode mode =
                DestinationMode.valueOf(file.oneOf("mode", MODES, "cloud").toUpperCase(Locale.ROOT));
        FieldSet settings = file.value("settings")
                .map(found -> FieldReader.read(found, "\"settings\""))
                .orElse(FieldSet.of(Map.of()));
        JsonNode constants = file.value("constants").map(YamlValue::json).orElse(JsonNodeFactory.instance.objectNode());
        RequestReader requests = new RequestReader(settings, constants, file.value("everyRequest"));
        ActionReader reader = new ActionReader(slug, requests, constants, config);
        List<ActionDefinition> actions = actions(file, mode, reader);
        return new DestinationDefinition(
                file.text("id", StableId.hex("destination/" + slug)),
                slug,
                file.text("name"),
                file.text("description", ""),
                file.text("website", ""),
                file.texts("categories"),
                file.texts("previousNames"),
                mode,
                sources(file),
                settings,
                actions,
                presets(file, reader, actions),
                file.value("credentialsCheck")
                        .map(check -> check.object("\"credentialsCheck\"", CHECK_KEYS))
                        .flatMap(check -> check.required("request"))
                        .map(request -> new CredentialsCheck(requests.readCheck(request), constants, config)),
                file.oneOf("mappingTest", List.of("send", "validate"), "send").equals("send"),
                builtIn);
    }

    private static List<ActionDefinition> actions(YamlObject file, DestinationMode mode, ActionReader reader) {
        List<ActionDefinition> actions = new ArrayList<>();
        file.value("actions")
                .ifPresent(found -> found.members("\"actions\"")
                        .forEach((slug, action) -> actions.add(reader.action(slug, action))));
        if (actions.isEmpty() && mode == DestinationMode.CLOUD) {
            file.self().problem("a cloud destination needs at least one action under \"actions\"");
        }
        return actions;
    }

    private static List<Preset> presets(YamlObject file, ActionReader reader, List<ActionDefinition> actions) {
        return file.value("presets")
                .map(list -> list.items("\"presets\"").stream()
                        .map(preset -> reader.preset(preset, actions))
                        .toList())
                .orElse(List.of());
    }

    private static Set<SourceKind> sources(YamlObject file) {
        Set<SourceKind> kinds = EnumSet.noneOf(SourceKind.class);
        for (String kind : file.texts("sources")) {
            if (KINDS.contains(kind)) {
                kinds.add(SourceKind.valueOf(kind.toUpperCase(Locale.ROOT)));
            } else {
                file.value("sources")
                        .ifPresent(place -> place.problem("\"sources\" lists kinds: " + String.join(", ", KINDS)));
            }
        }
        return kinds.isEmpty() ? EnumSet.allOf(SourceKind.class) : kinds;
    }
}

package dev.eventtester.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.Action;
import dev.eventtester.actions.coded.JavaActions;
import dev.eventtester.actions.declared.DeclaredAction;
import dev.eventtester.actions.declared.DeclaredRequest;
import dev.eventtester.catalog.reading.Directives;
import dev.eventtester.catalog.reading.FieldReader;
import dev.eventtester.catalog.reading.RequestReader;
import dev.eventtester.catalog.reading.StableId;
import dev.eventtester.catalog.yaml.YamlObject;
import dev.eventtester.catalog.yaml.YamlValue;
import dev.eventtester.field.FieldSet;
import dev.eventtester.field.definition.FieldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the actions and presets of one destination. */
final class ActionReader {

    private static final Set<String> KEYS =
            Set.of("id", "title", "description", "defaultTrigger", "hidden", "fields", "request", "requests", "java");
    private static final Set<String> PRESET_KEYS = Set.of("name", "action", "trigger", "mapping");
    private static final Pattern SLUG = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final String destination;
    private final RequestReader requests;
    private final JsonNode constants;
    private final JsonNode config;

    ActionReader(String destination, RequestReader requests, JsonNode constants, JsonNode config) {
        this.destination = destination;
        this.requests = requests;
        this.constants = constants;
        this.config = config;
    }

    ActionDefinition action(String slug, YamlValue value) {
        String what = "the action \"" + slug + "\"";
        if (!SLUG.matcher(slug).matches()) {
            value.problem("\"" + slug + "\" is not a slug for an action: letters, digits, _ and - are");
        }
        YamlObject action = value.object(what, KEYS);
        FieldSet fields = action.required("fields")
                .map(found -> FieldReader.read(found, "\"fields\" of " + what))
                .orElse(FieldSet.of(Map.of()));
        return new ActionDefinition(
                action.text("id", StableId.base62(destination + "/" + slug, 22)),
                slug,
                action.text("title"),
                action.text("description", ""),
                action.value("defaultTrigger").map(Directives::trigger).orElse(null),
                action.flag("hidden", false),
                fields,
                listed(slug, fields),
                sending(action, what, fields));
    }

    private List<ActionField> listed(String action, FieldSet fields) {
        List<ActionField> listed = new ArrayList<>();
        for (Map.Entry<String, FieldDefinition> field : fields.definitions().entrySet()) {
            String id = StableId.base62(destination + "/" + action + "/" + field.getKey(), 22);
            listed.add(new ActionField(id, listed.size(), field.getKey(), field.getValue()));
        }
        return listed;
    }

    private Action sending(YamlObject action, String what, FieldSet fields) {
        if (List.of("request", "requests", "java").stream().filter(action::has).count() != 1) {
            action.self().problem(what + " needs exactly one of request, requests and java");
        }
        if (action.has("java")) {
            String name = action.text("java");
            Optional<Action> found = JavaActions.find(name, config);
            if (found.isEmpty()) {
                action.value("java").ifPresent(java -> java.problem("there is no Java action \"" + name + "\""));
            }
            return found.orElse(null);
        }
        List<DeclaredRequest> declared = new ArrayList<>();
        action.value("request").ifPresent(request -> declared.add(requests.read(request, fields)));
        action.value("requests")
                .ifPresent(list -> declared.addAll(requests.readAll(list, "\"requests\" of " + what, fields)));
        return new DeclaredAction(declared, constants, config);
    }

    Preset preset(YamlValue value, List<ActionDefinition> actions) {
        YamlObject preset = value.object("a preset", PRESET_KEYS);
        String slug = preset.text("action");
        Optional<ActionDefinition> action =
                actions.stream().filter(known -> known.slug().equals(slug)).findFirst();
        if (action.isEmpty() && !slug.isBlank()) {
            preset.value("action").ifPresent(place -> place.problem("there is no action \"" + slug + "\""));
        }
        String trigger = preset.required("trigger").map(Directives::trigger).orElse("");
        return new Preset(
                preset.text("name"),
                slug,
                trigger,
                action.map(known -> mapping(preset, known)).orElse(null));
    }

    private static JsonNode mapping(YamlObject preset, ActionDefinition action) {
        ObjectNode mapping = action.defaultMapping();
        preset.value("mapping")
                .ifPresent(values -> values.members("\"mapping\"").forEach((key, value) -> {
                    // Fields that are wrong themselves are unknown here and have been told of.
                    boolean known = action.fields().definitions().containsKey(key);
                    if (!known && !action.listed().isEmpty()) {
                        value.problem("the action \"" + action.slug() + "\" has no field \"" + key + "\"");
                    }
                    mapping.set(key, Directives.checked(key, value));
                }));
        return mapping;
    }
}

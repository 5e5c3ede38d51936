package dev.eventtester.catalog;

import dev.eventtester.actions.declared.CredentialsCheck;
import dev.eventtester.field.FieldSet;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.field.definition.FieldType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the catalog says of a destination. Immutable.
 *
 * @param id stable: 24 hexadecimal digits
 * @param website empty if unknown
 * @param previousNames other names that an event's {@code integrations} object may use
 * @param sourceKinds which sources may feed it
 * @param settings what its settings are validated against; settings of type password are secrets
 * @param credentialsCheck empty if the destination offers no way to check its settings
 * @param mappingTestSends whether a test of one mapping sends; otherwise it validates and predicts
 * @param builtIn whether it came with the service, not from the mounted folder
 */
public record DestinationDefinition(
        String id,
        String slug,
        String name,
        String description,
        String website,
        List<String> categories,
        List<String> previousNames,
        DestinationMode mode,
        Set<SourceKind> sourceKinds,
        FieldSet settings,
        List<ActionDefinition> actions,
        List<Preset> presets,
        Optional<CredentialsCheck> credentialsCheck,
        boolean mappingTestSends,
        boolean builtIn) {

    public DestinationDefinition {
        categories = List.copyOf(categories);
        previousNames = List.copyOf(previousNames);
        sourceKinds = Set.copyOf(sourceKinds);
        actions = List.copyOf(actions);
        presets = List.copyOf(presets);
    }

    /** The action with an id or slug. */
    public Optional<ActionDefinition> action(String idOrSlug) {
        return actions.stream()
                .filter(action -> action.id().equals(idOrSlug) || action.slug().equals(idOrSlug))
                .findFirst();
    }

    /** Why a test of this destination is refused; empty if it can be tested. */
    public Optional<String> notTestableBecause() {
        return mode.notTestableBecause();
    }

    /** The names of the settings that are secrets. */
    public Set<String> secretSettings() {
        return settings.definitions().entrySet().stream()
                .filter(setting -> isSecret(setting.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isSecret(FieldDefinition setting) {
        return setting.type() == FieldType.PASSWORD;
    }

    /** The names under which an event's {@code integrations} object may address it, its own name first. */
    public Set<String> integrationNames() {
        Set<String> names = new LinkedHashSet<>();
        names.add(name);
        names.addAll(previousNames);
        return names;
    }
}

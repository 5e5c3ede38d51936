package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.destination.secret.SecretSeal;
import dev.eventtester.event.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of destinations: merged per key, secrets sealed on their way in and masked on every way out. */
@ApplicationScoped
class Settings {

    private static final char BULLET = '\u2022';
    private static final String MASK = String.valueOf(BULLET).repeat(10);
    private static final int SHOWN = 4;

    private final SecretSeal seal;

    Settings(SecretSeal seal) {
        this.seal = seal;
    }

    /**
     * Merges what a client sent into what is stored. A null removes a setting; a masked value leaves its setting as it
     * is; a setting that the definition does not know is dropped.
     */
    void merge(Destination destination, DestinationDefinition definition, JsonNode wanted) {
        if (wanted == null || wanted.isNull()) {
            return;
        }
        if (!wanted.isObject()) {
            throw ApiException.invalid("settings", "\"settings\" must be an object.");
        }
        ObjectNode plain = (ObjectNode) JsonText.parse(destination.settings);
        ObjectNode sealed = (ObjectNode) JsonText.parse(destination.secrets);
        for (Map.Entry<String, JsonNode> setting : wanted.properties()) {
            String name = setting.getKey();
            if (isMasked(setting.getValue())) {
                continue;
            }
            if (definition.secretSettings().contains(name)) {
                mergeSecret(destination, sealed, name, setting.getValue());
            } else if (definition.settings().definitions().containsKey(name)) {
                merge(plain, name, setting.getValue());
            }
        }
        destination.settings = plain.toString();
        destination.secrets = sealed.toString();
    }

    private void mergeSecret(Destination destination, ObjectNode sealed, String name, JsonNode value) {
        if (!value.isNull() && !value.isTextual()) {
            throw ApiException.invalid("settings." + name, "\"settings." + name + "\" must be a string.");
        }
        merge(sealed, name, value);
        if (value.isTextual()) {
            sealed.put(name, seal.seal(value.textValue(), place(destination, name)));
        }
    }

    private static boolean isMasked(JsonNode value) {
        return value.isTextual() && value.textValue().indexOf(BULLET) >= 0;
    }

    /** Those of some settings that are secrets which are not stored yet. */
    ObjectNode newSecrets(Destination destination, DestinationDefinition definition, JsonNode values) {
        JsonNode sealed = JsonText.parse(destination.secrets);
        ObjectNode fresh = JsonNodeFactory.instance.objectNode();
        for (String name : definition.secretSettings()) {
            JsonNode value = values.path(name);
            if (!sealed.has(name) && value.isTextual() && !isMasked(value)) {
                fresh.set(name, value);
            }
        }
        return fresh;
    }

    /** The settings that are not stored although a masked value came for them or the definition needs the secret. */
    List<String> missing(Destination destination, DestinationDefinition definition, JsonNode values) {
        JsonNode plain = JsonText.parse(destination.settings);
        JsonNode sealed = JsonText.parse(destination.secrets);
        return definition.settings().definitions().entrySet().stream()
                .filter(setting -> !plain.has(setting.getKey()) && !sealed.has(setting.getKey()))
                .filter(setting -> isMasked(values.path(setting.getKey()))
                        || (setting.getValue().isRequired()
                                && definition.secretSettings().contains(setting.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void merge(ObjectNode settings, String name, JsonNode value) {
        if (value.isNull()) {
            settings.remove(name);
        } else {
            settings.set(name, value);
        }
    }

    /** The settings with open secrets, as an action needs them. */
    ObjectNode open(Destination destination) {
        ObjectNode settings = (ObjectNode) JsonText.parse(destination.settings);
        secrets(destination).forEach(settings::put);
        return settings;
    }

    /** The settings as a client may see them. */
    ObjectNode masked(Destination destination) {
        ObjectNode settings = (ObjectNode) JsonText.parse(destination.settings);
        secrets(destination).forEach((name, secret) -> settings.put(name, mask(secret)));
        return settings;
    }

    /** The open secrets by name. */
    Map<String, String> secrets(Destination destination) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                JsonText.parse(destination.secrets).properties()) {
            String name = entry.getKey();
            secrets.put(name, seal.open(entry.getValue().textValue(), place(destination, name)));
        }
        return secrets;
    }

    private static String mask(String secret) {
        return secret.length() < 2 * SHOWN ? MASK : MASK + secret.substring(secret.length() - SHOWN);
    }

    private static String place(Destination destination, String name) {
        return "destination/" + destination.id + "/" + name;
    }
}

package dev.eventtester.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.event.JsonText;

/** The settings of sources: kept for the clients that manage them, and read by nothing here. */
final class SourceSettings {

    private static final int LARGEST = 64 * 1024;

    private SourceSettings() {}

    /** Key by key, since clients send an empty object when they change something else; a null removes a key. */
    static String merged(String present, JsonNode wanted) {
        if (wanted == null || wanted.isNull()) {
            return present;
        }
        if (!wanted.isObject()) {
            throw ApiException.invalid("settings", "\"settings\" must be an object.");
        }
        ObjectNode settings = (ObjectNode) JsonText.parse(present);
        wanted.properties().forEach(setting -> {
            settings.remove(setting.getKey());
            if (!setting.getValue().isNull()) {
                settings.set(setting.getKey(), setting.getValue());
            }
        });
        String text = settings.toString();
        if (text.length() > LARGEST) {
            throw ApiException.tooLarge("settings", "\"settings\" is larger than 64 KB.");
        }
        return text;
    }
}

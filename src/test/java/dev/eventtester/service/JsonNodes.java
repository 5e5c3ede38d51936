package dev.eventtester.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;

/** Reads answers. */
final class JsonNodes {

    private JsonNodes() {}

    static JsonNode data(String answer) {
        return JsonText.parse(answer).get("data");
    }
}

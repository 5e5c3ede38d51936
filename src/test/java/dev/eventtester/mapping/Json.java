package dev.eventtester.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** JSON as tests write it: names and texts in single quotes. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Json() {}

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static JsonNode nestedArrays(int levels) {
        JsonNode value = JsonNodeFactory.instance.textNode("bottom");
        for (int i = 0; i < levels; i++) {
            value = JsonNodeFactory.instance.arrayNode(1).add(value);
        }
        return value;
    }

    static JsonNode nestedObjects(int levels) {
        JsonNode value = JsonNodeFactory.instance.textNode("bottom");
        for (int i = 0; i < levels; i++) {
            value = JsonNodeFactory.instance.objectNode().set("a", value);
        }
        return value;
    }
}

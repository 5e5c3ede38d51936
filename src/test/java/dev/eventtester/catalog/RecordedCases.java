package dev.eventtester.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eventtester.json.JsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads files of recorded cases and brings values into a form in which they compare. */
final class RecordedCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedCases() {}

    static Stream<JsonNode> of(String file) {
        try (InputStream in = RecordedCases.class.getResourceAsStream("/conformance/" + file + ".json")) {
            return StreamSupport.stream(JSON.readTree(in).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parsed(String json) {
        try {
            return json == null ? JSON.nullNode() : normal(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError("It is not JSON: " + json, e);
        }
    }

    /** The value as it looks after a trip over the wire: numbers in one form, nothing undefined. */
    static JsonNode normal(JsonNode value) {
        try {
            return value.isMissingNode() ? value : JSON.readTree(JsJson.stringify(value));
        } catch (JsonProcessingException e) {
            throw new AssertionError("It is no JSON value: " + value, e);
        }
    }

    static JsonNode json(Map<String, String> texts) {
        return JSON.valueToTree(texts);
    }

    /** A form's members, parsed where they are JSON. */
    static Map<String, JsonNode> form(String body) {
        Map<String, JsonNode> form = new TreeMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], parsed(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        return form;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

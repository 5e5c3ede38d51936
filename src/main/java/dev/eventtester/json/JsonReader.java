package dev.eventtester.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;

/** {@code JSON.parse}: JSON and nothing else, numbers as doubles of any length. */
final class JsonReader {

    private static final int CHARACTERS_PER_STEP = 16;
    /** Integers of so many characters are exact in a double and in a long. */
    private static final int EXACT_DIGITS = 15;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsJson.MAX_DEPTH + 1)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private final IntConsumer meter;

    private JsonReader(JsonParser parser, IntConsumer meter) {
        this.parser = parser;
        this.meter = meter;
    }

    static JsonNode read(String text, IntConsumer meter) {
        meter.accept(text.length() / CHARACTERS_PER_STEP);
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return MissingNode.getInstance();
            }
            JsonNode value = new JsonReader(parser, meter).value(first, 1);
            return parser.nextToken() == null ? value : MissingNode.getInstance();
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode value(JsonToken token, int depth) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, parser.getText());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            default -> NullNode.getInstance();
        };
    }

    private ObjectNode object(int depth) throws IOException {
        enter(depth);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            meter.accept(1);
            object.set(key, value(parser.nextToken(), depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        enter(depth);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            meter.accept(1);
            array.add(value(token, depth + 1));
            token = parser.nextToken();
        }
        return array;
    }

    private static void enter(int depth) {
        if (depth > JsJson.MAX_DEPTH) {
            throw new TooDeepException(JsJson.MAX_DEPTH);
        }
    }

    private static JsonNode number(JsonToken token, String text) {
        boolean exact = token == JsonToken.VALUE_NUMBER_INT && text.length() <= EXACT_DIGITS && !text.equals("-0");
        return exact ? LongNode.valueOf(Long.parseLong(text)) : DoubleNode.valueOf(Double.parseDouble(text));
    }
}

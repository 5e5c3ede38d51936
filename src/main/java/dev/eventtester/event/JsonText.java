package dev.eventtester.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON without losing its text: what a person must see verbatim is cut out of the text that was received and never
 * written anew.
 */
public final class JsonText {

    /** How deep values may be nested. */
    public static final int MAX_DEPTH = 500;

    private static final JsonMapper MAPPER = mapper(MAX_DEPTH);

    private JsonText() {}

    /** A reader that refuses values which are nested deeper than it says, and anything behind the one value. */
    static JsonMapper mapper(int depth) {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxNestingDepth(depth).build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * The parsed form of a text that holds one JSON value.
     *
     * @throws MalformedJsonException if it is not one, or nested deeper than {@link #MAX_DEPTH}
     */
    public static JsonNode parse(String text) {
        return parse(text, MAPPER);
    }

    static JsonNode parse(String text, JsonMapper mapper) {
        try {
            JsonNode value = mapper.readTree(text);
            if (value.isMissingNode()) {
                throw new MalformedJsonException("it is empty");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    /**
     * The members of an object with their exact text; a repeated name keeps its last value.
     *
     * @throws MalformedJsonException if the text is not one JSON object
     */
    public static Map<String, String> members(String object) {
        try (JsonParser parser = MAPPER.createParser(object)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "it is not an object");
            Map<String, String> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser, object));
            }
            require(parser.nextToken() == null, "something follows the object");
            return members;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new IllegalStateException("Reading a text does no I/O", e);
        }
    }

    /**
     * The elements of an array with their exact text.
     *
     * @throws MalformedJsonException if the text is not one JSON array
     */
    public static List<String> elements(String array) {
        try (JsonParser parser = MAPPER.createParser(array)) {
            require(parser.nextToken() == JsonToken.START_ARRAY, "it is not an array");
            List<String> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser, array));
            }
            require(parser.nextToken() == null, "something follows the array");
            return elements;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new IllegalStateException("Reading a text does no I/O", e);
        }
    }

    private static String value(JsonParser parser, String text) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(start, (int) parser.currentLocation().getCharOffset())
                .stripTrailing();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedJsonException(otherwise);
        }
    }

    private static MalformedJsonException malformed(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return new MalformedJsonException("it breaks a limit: " + failure.getOriginalMessage());
        }
        String where = failure.getLocation() == null
                ? ""
                : " at line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr();
        String what = failure.getOriginalMessage();
        int detail = what.indexOf(" (start marker");
        return new MalformedJsonException((detail < 0 ? what : what.substring(0, detail)) + where);
    }
}

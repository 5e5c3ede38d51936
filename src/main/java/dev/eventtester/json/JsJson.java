package dev.eventtester.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.function.IntConsumer;

/** {@code JSON.stringify}, {@code JSON.parse} and the member order of JavaScript objects. */
public final class JsJson {

    /** Nesting of arrays and objects that is still written, joined or read. */
    public static final int MAX_DEPTH = 256;

    static final IntConsumer UNMETERED = steps -> {};

    private static final int CHARACTERS_PER_STEP = 16;
    private static final long LAST_INDEX = 4294967294L;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsJson() {}

    /**
     * The members of an object in JavaScript's order: integer-like keys ascending, then the others as inserted.
     *
     * @param object an object node
     */
    public static Collection<Entry<String, JsonNode>> members(JsonNode object) {
        boolean ordered = true;
        for (Entry<String, JsonNode> member : object.properties()) {
            ordered &= index(member.getKey()) < 0;
        }
        if (ordered) {
            return object.properties();
        }
        List<Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        members.sort(Comparator.comparingLong(member -> {
            long index = index(member.getKey());
            return index < 0 ? Long.MAX_VALUE : index;
        }));
        return members;
    }

    /** The array index that a key spells in its canonical form, or -1. */
    public static long index(String key) {
        int length = key.length();
        if (length == 0 || length > 10 || (length > 1 && key.charAt(0) == '0')) {
            return -1;
        }
        long index = 0;
        for (int i = 0; i < length; i++) {
            char c = key.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = index * 10 + (c - '0');
        }
        return index <= LAST_INDEX ? index : -1;
    }

    /**
     * {@code JSON.stringify(value)}: compact, shortest numbers, non-finite numbers as null, undefined members left out
     * and undefined elements as null. An undefined value, of which JavaScript makes no text at all, gives the empty text.
     *
     * @throws TooDeepException beyond {@value #MAX_DEPTH} levels
     */
    public static String stringify(JsonNode value) {
        return stringify(value, UNMETERED);
    }

    /**
     * As {@link #stringify(JsonNode)}, for values of unknown size.
     *
     * @param meter told the work of each part before it is done; may throw to end it
     */
    public static String stringify(JsonNode value, IntConsumer meter) {
        StringBuilder json = new StringBuilder();
        write(value, json, meter, 1);
        return json.toString();
    }

    /**
     * {@code JSON.parse(text)}; a missing node if the text is not JSON. Numbers are doubles, or integers that a double
     * holds exactly; of equal keys the last one wins.
     *
     * @param meter told the work of each part before it is done; may throw to end it
     * @throws TooDeepException beyond {@value #MAX_DEPTH} levels
     */
    public static JsonNode parse(String text, IntConsumer meter) {
        return JsonReader.read(text, meter);
    }

    private static void write(JsonNode value, StringBuilder json, IntConsumer meter, int depth) {
        switch (JsType.of(value)) {
            case OBJECT -> writeObject(value, json, meter, depth);
            case ARRAY -> writeArray(value, json, meter, depth);
            case STRING -> {
                meter.accept(value.textValue().length() / CHARACTERS_PER_STEP);
                quote(value.textValue(), json);
            }
            case NUMBER -> {
                double number = value.doubleValue();
                json.append(Double.isFinite(number) ? JsNumber.text(number) : "null");
            }
            case BOOLEAN -> json.append(value.booleanValue());
            case NULL -> json.append("null");
            case UNDEFINED -> {}
        }
    }

    private static void writeObject(JsonNode object, StringBuilder json, IntConsumer meter, int depth) {
        enter(object, meter, depth);
        json.append('{');
        boolean first = true;
        for (Entry<String, JsonNode> member : members(object)) {
            if (member.getValue().isMissingNode()) {
                continue;
            }
            if (!first) {
                json.append(',');
            }
            first = false;
            meter.accept(member.getKey().length() / CHARACTERS_PER_STEP);
            quote(member.getKey(), json);
            json.append(':');
            write(member.getValue(), json, meter, depth + 1);
        }
        json.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder json, IntConsumer meter, int depth) {
        enter(array, meter, depth);
        json.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            JsonNode item = array.get(i);
            if (item.isMissingNode()) {
                json.append("null");
            } else {
                write(item, json, meter, depth + 1);
            }
        }
        json.append(']');
    }

    private static void enter(JsonNode container, IntConsumer meter, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeepException(MAX_DEPTH);
        }
        meter.accept(container.size() + 1);
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || isLoneSurrogate(text, i)) {
                        escape(c, json);
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static void escape(char c, StringBuilder json) {
        json.append("\\u")
                .append(HEX[c >> 12 & 15])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }
}

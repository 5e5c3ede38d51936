package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsType;
import java.util.List;
import java.util.Locale;

/** The sentences of the reference engine, in the words of people. */
final class Messages {

    private Messages() {}

    static String sentence(String label, String pointer, String predicate) {
        String subject = label;
        if (label.isEmpty()) {
            subject = pointer.isEmpty() ? "the root value" : "the value at " + pointer;
        }
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1) + predicate + ".";
    }

    static String wrongType(String expected, JsonNode actual) {
        return " must be " + withArticle(expected) + " but it was " + typeOf(actual);
    }

    static String notAChoice(List<JsonNode> allowed) {
        return " must be one of: "
                + either(allowed.stream().map(JsJson::stringify).toList());
    }

    static String wrongFormat(String format) {
        String name = switch (format) {
            case "date-time" -> "date and time";
            case "email" -> "email address";
            case "ipv4" -> "IPv4 address";
            case "ipv6" -> "IPv6 address";
            case "uri" -> "URI";
            case "uri-reference" -> "URI Reference";
            case "uri-template" -> "URI-template";
            case "json-pointer" -> "JSON Pointer";
            case "relative-json-pointer" -> "relative JSON Pointer";
            case "regex" -> "regular expression";
            default -> format;
        };
        return " must be a valid " + name + " string but it was not";
    }

    static String tooShort(double limit, int actual) {
        return " must be " + characters(limit) + " or more but it was " + characters(actual);
    }

    static String tooLong(double limit, int actual) {
        return " must be " + characters(limit) + " or fewer but it was " + characters(actual);
    }

    static String tooSmall(double limit) {
        return " must be equal to or greater than " + JsNumber.text(limit);
    }

    static String tooGreat(double limit) {
        return " must be equal to or less than " + JsNumber.text(limit);
    }

    static String tooDeep(int limit) {
        return " exceeds the limit of " + limit + " nested levels";
    }

    static String either(List<String> words) {
        int last = words.size() - 1;
        return switch (last) {
            case 0 -> words.get(0);
            case 1 -> words.get(0) + " or " + words.get(1);
            default -> String.join(", ", words.subList(0, last)) + ", or " + words.get(last);
        };
    }

    private static String characters(double count) {
        return JsNumber.text(count) + (count == 1 ? " character" : " characters");
    }

    private static String typeOf(JsonNode value) {
        return switch (JsType.of(value)) {
            case NULL -> "null";
            case UNDEFINED -> "undefined";
            default -> withArticle(JsType.of(value).label());
        };
    }

    private static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }
}

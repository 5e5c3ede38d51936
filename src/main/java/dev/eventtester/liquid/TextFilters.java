package dev.eventtester.liquid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Filters that build and cut texts; every value is taken as an output would show it. */
final class TextFilters {

    static final Map<String, Filter> BY_NAME = Map.ofEntries(
            Map.entry("append", call -> call.answer(call.text() + onlyArgument(call))),
            Map.entry("prepend", call -> call.answer(onlyArgument(call) + call.text())),
            Map.entry("downcase", call -> call.answer(LowerCase.of(call.text()))),
            Map.entry("upcase", call -> call.answer(call.text().toUpperCase(Locale.ROOT))),
            Map.entry("capitalize", call -> call.answer(capitalize(call.text()))),
            Map.entry("remove", call -> replaceAll(call, "")),
            Map.entry("remove_first", call -> replaceFirst(call, "")),
            Map.entry("remove_last", call -> replaceLast(call, "")),
            Map.entry("replace", call -> replaceAll(call, call.text(1))),
            Map.entry("replace_first", call -> replaceFirst(call, call.text(1))),
            Map.entry("replace_last", call -> replaceLast(call, call.text(1))),
            Map.entry("split", TextFilters::split),
            Map.entry("truncate", TextFilters::truncate),
            Map.entry("truncatewords", TextFilters::truncateWords),
            Map.entry("number_of_words", TextFilters::numberOfWords));

    private static final JsonNode DOTS = Values.text("...");
    private static final JsonNode CHARACTERS = Values.number(50);
    private static final JsonNode WORDS = Values.number(15);

    private TextFilters() {}

    private static String onlyArgument(Invocation call) {
        if (call.arguments().size() != 1) {
            throw new LiquidException("append and prepend take one argument");
        }
        return call.text(0);
    }

    private static String capitalize(String text) {
        int first = Math.min(1, text.length());
        return text.substring(0, first).toUpperCase(Locale.ROOT) + LowerCase.of(text.substring(first));
    }

    private static JsonNode replaceAll(Invocation call, String replacement) {
        String text = call.text();
        String pattern = call.text(0);
        if (pattern.isEmpty()) {
            return call.answer(String.join(replacement, units(text, call.budget())));
        }
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (int i = text.indexOf(pattern); i >= 0; i = text.indexOf(pattern, from)) {
            call.budget().work(1L + replacement.length());
            replaced.append(text, from, i).append(replacement);
            from = i + pattern.length();
        }
        return call.answer(replaced.append(text, from, text.length()).toString());
    }

    private static JsonNode replaceFirst(Invocation call, String replacement) {
        String pattern = call.text(0);
        return replaceAt(call, call.text().indexOf(pattern), pattern, replacement);
    }

    private static JsonNode replaceLast(Invocation call, String replacement) {
        String pattern = call.text(0);
        return replaceAt(call, call.text().lastIndexOf(pattern), pattern, replacement);
    }

    private static JsonNode replaceAt(Invocation call, int index, String pattern, String replacement) {
        String text = call.text();
        if (index < 0) {
            return call.answer(text);
        }
        return call.answer(text.substring(0, index) + replacement + text.substring(index + pattern.length()));
    }

    private static JsonNode split(Invocation call) {
        String text = call.text();
        String separator = call.text(0);
        List<String> parts = separator.isEmpty() ? units(text, call.budget()) : parts(text, separator);
        int size = parts.size();
        while (size > 0 && parts.get(size - 1).isEmpty()) {
            size--;
        }
        call.budget().work(2L * parts.size());
        List<JsonNode> items = new ArrayList<>(size);
        parts.subList(0, size).forEach(part -> items.add(Values.text(part)));
        return Values.array(items);
    }

    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, from)) {
            parts.add(text.substring(from, i));
            from = i + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> units(String text, Budget budget) {
        budget.work(2L * text.length());
        List<String> units = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            units.add(String.valueOf(text.charAt(i)));
        }
        return units;
    }

    private static JsonNode truncate(Invocation call) {
        String text = call.text();
        double length = Values.toNumber(call.argument(0, CHARACTERS), call.budget());
        String end = Values.printed(call.argument(1, DOTS), call.budget());
        if (text.length() <= length) {
            return call.value();
        }
        double kept = Math.max(0, length - end.length());
        return call.answer(text.substring(0, (int) kept) + end);
    }

    private static JsonNode truncateWords(Invocation call) {
        double wanted = Values.toNumber(call.argument(0, WORDS), call.budget());
        String end = Values.printed(call.argument(1, DOTS), call.budget());
        List<String> words = words(call.text());
        call.budget().work(2L * words.size());
        double count = wanted <= 0 ? 1 : wanted;
        String kept = String.join(" ", words.subList(0, (int) Math.min(words.size(), count)));
        return call.answer(words.size() >= count ? kept + end : kept);
    }

    /** The pieces between white space; an empty one before white space at the beginning, and after it at the end. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        int i = 0;
        while (i < text.length()) {
            if (!JsText.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            words.add(text.substring(from, i));
            while (i < text.length() && JsText.isWhitespace(text.charAt(i))) {
                i++;
            }
            from = i;
        }
        words.add(text.substring(from));
        return words;
    }

    /** Counts words; with the mode {@code cjk}, or {@code auto} if there are any, CJK characters count one by one. */
    private static JsonNode numberOfWords(Invocation call) {
        String text = call.text();
        JsonNode mode = call.argument(0);
        boolean auto = mode.isTextual() && mode.textValue().equals("auto") && text.chars().anyMatch(TextFilters::isCjk);
        boolean cjk = auto || (mode.isTextual() && mode.textValue().equals("cjk"));
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alone = cjk && isCjk(c);
            boolean letter = !alone && !JsText.isWhitespace(c);
            if (alone || (letter && !inWord)) {
                words++;
            }
            inWord = letter;
        }
        return Values.number(words);
    }

    private static boolean isCjk(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0xAC00 && c <= 0xD7AF);
    }
}

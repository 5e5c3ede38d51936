package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsText;
import dev.eventtester.liquid.text.Words;
import dev.eventtester.liquid.value.Budget;
import dev.eventtester.liquid.value.LiquidException;
import dev.eventtester.liquid.value.TextSearch;
import dev.eventtester.liquid.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filters that build and cut texts; every value is taken as an output would show it. */
final class TextFilters {

    static final Map<String, Filter> BY_NAME = Map.ofEntries(
            Map.entry("append", call -> call.answer(call.text() + onlyArgument(call))),
            Map.entry("prepend", call -> call.answer(onlyArgument(call) + call.text())),
            Map.entry("downcase", call -> call.answer(JsText.lowerCase(call.text()))),
            Map.entry("upcase", call -> call.answer(JsText.upperCase(call.text()))),
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
        return JsText.upperCase(text.substring(0, first)) + JsText.lowerCase(text.substring(first));
    }

    private static JsonNode replaceAll(Invocation call, String replacement) {
        String text = call.text();
        String pattern = call.text(0);
        if (pattern.isEmpty()) {
            return call.answer(spread(text, replacement, call.budget()));
        }
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (int i = find(call, text, pattern, 0); i >= 0; i = find(call, text, pattern, from)) {
            call.budget().work(1L + replacement.length());
            replaced.append(text, from, i).append(replacement);
            from = i + pattern.length();
        }
        return call.answer(replaced.append(text, from, text.length()).toString());
    }

    private static JsonNode replaceFirst(Invocation call, String replacement) {
        String pattern = call.text(0);
        return replaceAt(call, find(call, call.text(), pattern, 0), pattern, replacement);
    }

    private static JsonNode replaceLast(Invocation call, String replacement) {
        String pattern = call.text(0);
        return replaceAt(call, TextSearch.last(call.text(), pattern, call.budget()), pattern, replacement);
    }

    private static JsonNode replaceAt(Invocation call, int index, String pattern, String replacement) {
        String text = call.text();
        if (index < 0) {
            return call.answer(text);
        }
        return call.answer(text.substring(0, index) + replacement + text.substring(index + pattern.length()));
    }

    private static int find(Invocation call, String text, String wanted, int from) {
        return TextSearch.first(text, wanted, from, call.budget());
    }

    private static JsonNode split(Invocation call) {
        String text = call.text();
        String separator = call.text(0);
        List<String> parts = separator.isEmpty() ? units(text) : parts(call, text, separator);
        int size = parts.size();
        while (size > 0 && parts.get(size - 1).isEmpty()) {
            size--;
        }
        call.budget().work((long) Budget.VALUE * parts.size());
        List<JsonNode> items = new ArrayList<>(size);
        parts.subList(0, size).forEach(part -> items.add(Values.text(part)));
        return Values.array(items);
    }

    private static List<String> parts(Invocation call, String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = find(call, text, separator, 0); i >= 0; i = find(call, text, separator, from)) {
            parts.add(text.substring(from, i));
            from = i + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String spread(String text, String between, Budget budget) {
        budget.work((1L + between.length()) * text.length());
        StringBuilder spread = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            spread.append(i == 0 ? "" : between).append(text.charAt(i));
        }
        return spread.toString();
    }

    private static List<String> units(String text) {
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
        List<String> words = Words.of(call.text());
        call.budget().work((long) Budget.VALUE * words.size());
        double count = wanted <= 0 ? 1 : wanted;
        String kept = String.join(" ", words.subList(0, (int) Math.min(words.size(), count)));
        return call.answer(words.size() >= count ? kept + end : kept);
    }

    private static JsonNode numberOfWords(Invocation call) {
        JsonNode mode = call.argument(0);
        return Values.number(Words.count(call.text(), mode.isTextual() ? mode.textValue() : ""));
    }
}

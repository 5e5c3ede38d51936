package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.value.Budget;
import dev.eventtester.liquid.value.Context;
import dev.eventtester.liquid.value.Expression;
import dev.eventtester.liquid.value.Members;
import dev.eventtester.liquid.value.Reader;
import dev.eventtester.liquid.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Filters for arrays. Most take nil as an empty array and any other value as an array of that value. */
final class ArrayFilters {

    static final Map<String, Filter> BY_NAME = Map.ofEntries(
            Map.entry("join", ArrayFilters::join),
            Map.entry("first", ArrayFilters::first),
            Map.entry("last", ArrayFilters::last),
            Map.entry("size", ArrayFilters::size),
            Map.entry("compact", ArrayFilters::compact),
            Map.entry("push", ArrayFilters::push),
            Map.entry("unshift", ArrayFilters::unshift),
            Map.entry("pop", ArrayFilters::pop),
            Map.entry("shift", ArrayFilters::shift),
            Map.entry("slice", ArrayFilters::slice),
            Map.entry("where", ArrayFilters::where),
            Map.entry("sample", ArrayFilters::sample));

    private static final JsonNode ONE = Values.number(1);

    private ArrayFilters() {}

    private static JsonNode join(Invocation call) {
        JsonNode separator = Values.plain(call.argument(0));
        String between = JsType.isNullish(separator) ? " " : call.text(0);
        return call.answer(Values.join(Values.array(call.items()), between, call.budget()));
    }

    private static JsonNode first(Invocation call) {
        JsonNode value = Values.plain(call.value());
        return isArrayLike(value) ? Members.own(value, "0") : Values.NO_TEXT;
    }

    private static JsonNode last(Invocation call) {
        JsonNode value = Values.plain(call.value());
        if (!isArrayLike(value)) {
            return Values.NO_TEXT;
        }
        double last = Members.own(value, "length").doubleValue() - 1;
        return Members.own(value, JsNumber.text(last));
    }

    /** Whatever has a length that is a number: arrays, texts that are not empty, and objects with such a member. */
    private static boolean isArrayLike(JsonNode value) {
        return JsType.isTruthy(value) && Members.own(value, "length").isNumber();
    }

    private static JsonNode size(Invocation call) {
        JsonNode length = Members.own(call.value(), "length");
        return JsType.isTruthy(length) ? length : Values.number(0);
    }

    private static JsonNode compact(Invocation call) {
        List<JsonNode> items = call.items();
        items.removeIf(Values::isNil);
        return Values.array(items);
    }

    private static JsonNode push(Invocation call) {
        List<JsonNode> items = call.items();
        items.add(call.argument(0));
        return Values.array(items);
    }

    private static JsonNode unshift(Invocation call) {
        List<JsonNode> items = call.items();
        items.add(0, call.argument(0));
        return Values.array(items);
    }

    private static JsonNode pop(Invocation call) {
        List<JsonNode> items = call.items();
        return Values.array(items.subList(0, Math.max(0, items.size() - 1)));
    }

    private static JsonNode shift(Invocation call) {
        List<JsonNode> items = call.items();
        return Values.array(items.subList(Math.min(1, items.size()), items.size()));
    }

    /** A part of an array or text: a negative begin counts from the end, as does the end that follows from it. */
    private static JsonNode slice(Invocation call) {
        JsonNode value = Values.plain(call.value());
        if (JsType.isNullish(value)) {
            return Values.array(List.of());
        }
        Budget budget = call.budget();
        List<JsonNode> items = value.isArray() ? call.items() : List.of();
        String text = value.isArray() ? "" : call.text();
        int size = value.isArray() ? items.size() : text.length();
        JsonNode begin = call.argument(0);
        if (Values.toNumber(begin, budget) < 0) {
            begin = Values.plus(Values.number(size), begin, budget);
        }
        JsonNode length = call.argument(1, ONE);
        budget.reserve(Values.toNumber(length, budget));
        int from = position(Values.toNumber(begin, budget), size);
        int to = Math.max(from, position(Values.toNumber(Values.plus(begin, length, budget), budget), size));
        return value.isArray() ? Values.array(items.subList(from, to)) : call.answer(text.substring(from, to));
    }

    private static int position(double index, int size) {
        if (Double.isNaN(index)) {
            return 0;
        }
        double whole = index < 0 ? Math.ceil(index) : Math.floor(index);
        return (int) Math.min(size, whole < 0 ? Math.max(0, size + whole) : whole);
    }

    private static JsonNode where(Invocation call) {
        String property = call.text(0);
        Optional<Expression.Operand> path = new Reader(property, 0, property.length()).path();
        JsonNode expected = call.argument(1);
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode item : call.items()) {
            Context context = call.context().within(item);
            JsonNode value = path.isPresent() ? path.get().evaluate(context) : Values.UNDEFINED;
            boolean matches =
                    expected.isMissingNode() ? Values.isTrue(value) : Values.equal(value, expected, call.budget());
            if (matches) {
                found.add(item);
            }
        }
        return Values.array(found);
    }

    /** Random items, or characters of a text. */
    private static JsonNode sample(Invocation call) {
        JsonNode value = Values.plain(call.value());
        if (JsType.isNullish(value)) {
            return Values.array(List.of());
        }
        JsonNode count = call.argument(0, ONE);
        double wanted = Values.toNumber(count, call.budget());
        call.budget().reserve(wanted);
        List<JsonNode> items = value.isArray() ? call.items() : characters(call);
        Collections.shuffle(items, ThreadLocalRandom.current());
        if (count.isNumber() && wanted == 1) {
            return items.isEmpty() ? Values.UNDEFINED : items.get(0);
        }
        return Values.array(items.subList(0, position(wanted, items.size())));
    }

    private static List<JsonNode> characters(Invocation call) {
        String text = call.text();
        call.budget().work((long) Budget.VALUE * text.length());
        List<JsonNode> characters = new ArrayList<>();
        text.codePoints().forEach(c -> characters.add(Values.text(Character.toString(c))));
        return characters;
    }
}

package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.value.LiquidException;
import dev.eventtester.liquid.value.Members;
import dev.eventtester.liquid.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All filters by name. */
public final class Filters {

    private static final List<String> DISABLED = List.of(
            "array_to_sentence_string",
            "concat",
            "find",
            "find_exp",
            "find_index",
            "find_index_exp",
            "group_by",
            "group_by_exp",
            "has",
            "has_exp",
            "map",
            "newline_to_br",
            "reject",
            "reject_exp",
            "reverse",
            "sort",
            "sort_natural",
            "type",
            "uniq",
            "where_exp");

    private static final Map<String, Filter> BY_NAME = collect();

    private Filters() {}

    private static Map<String, Filter> collect() {
        Map<String, Filter> filters = new HashMap<>();
        filters.putAll(TextFilters.BY_NAME);
        filters.putAll(TrimFilters.BY_NAME);
        filters.putAll(MathFilters.BY_NAME);
        filters.putAll(ArrayFilters.BY_NAME);
        filters.putAll(EncodingFilters.BY_NAME);
        filters.putAll(DateFilters.BY_NAME);
        filters.put("default", Filters::orDefault);
        filters.put("json", call -> JsonWriter.write(call.value(), call.argument(0), call.budget()));
        filters.put("jsonify", filters.get("json"));
        filters.put("inspect", filters.get("json"));
        filters.put("raw", Invocation::value);
        for (String name : DISABLED) {
            filters.put(name, call -> {
                throw new LiquidException("filter \"" + name + "\" is disabled");
            });
        }
        return Map.copyOf(filters);
    }

    /** The filter of a name; one that passes the value through when there is none. */
    public static Filter named(String name) {
        return BY_NAME.getOrDefault(name, Invocation::value);
    }

    private static JsonNode orDefault(Invocation call) {
        JsonNode value = Values.plain(call.value());
        if (value.isTextual()) {
            return value.textValue().isEmpty() ? call.argument(0) : value;
        }
        if (value.isArray()) {
            return value.isEmpty() ? call.argument(0) : value;
        }
        boolean isFalse = value.isBoolean() && !value.booleanValue();
        if (Values.isTrue(value) || (isFalse && allowsFalse(call))) {
            return value;
        }
        return call.argument(0);
    }

    private static boolean allowsFalse(Invocation call) {
        boolean allowed = false;
        for (int i = 1; i < call.arguments().size(); i++) {
            JsonNode option = call.argument(i);
            if (JsType.isNullish(option) || option.isValueNode() && !option.isPojo()) {
                throw new LiquidException("default takes one value and the option allow_false");
            }
            if (Members.own(option, "0").asText().equals("allow_false")) {
                allowed = JsType.isTruthy(Members.own(option, "1"));
            }
        }
        return allowed;
    }
}

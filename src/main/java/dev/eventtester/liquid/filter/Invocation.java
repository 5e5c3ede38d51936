package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.value.Budget;
import dev.eventtester.liquid.value.Context;
import dev.eventtester.liquid.value.Values;
import java.util.ArrayList;
import java.util.List;

/** The value and the arguments that a filter is applied to, with the conversions that filters need. */
public record Invocation(JsonNode value, List<JsonNode> arguments, Context context) {

    Budget budget() {
        return context.budget();
    }

    /** An argument, or undefined when it is not given. */
    JsonNode argument(int index) {
        return index < arguments.size() ? arguments.get(index) : Values.UNDEFINED;
    }

    /** An argument, or a default when it is not given or undefined. */
    JsonNode argument(int index, JsonNode otherwise) {
        JsonNode argument = argument(index);
        return argument.isMissingNode() ? otherwise : argument;
    }

    /** The value as an output shows it. */
    String text() {
        return text(value);
    }

    /** An argument as an output shows it: nothing when it is not given. */
    String text(int index) {
        return text(argument(index));
    }

    private String text(JsonNode node) {
        String text = Values.printed(node, budget());
        budget().work(text.length());
        return text;
    }

    /** The value as a number; 0 when it is none. */
    double amount() {
        return Values.toAmount(value, budget());
    }

    /** An argument as a number: NaN when it is not given, 0 when it is not a number. */
    double amount(int index) {
        return index < arguments.size() ? Values.toAmount(arguments.get(index), budget()) : Double.NaN;
    }

    /** A copy of the value's items: none of nil, the value itself when it is not an array. */
    List<JsonNode> items() {
        JsonNode plain = Values.plain(value);
        List<JsonNode> items = new ArrayList<>();
        if (plain.isArray()) {
            plain.forEach(items::add);
        } else if (!JsType.isNullish(plain)) {
            items.add(plain);
        }
        budget().work((long) Budget.VALUE * items.size());
        return items;
    }

    /** A text as the filter's result. */
    JsonNode answer(String text) {
        budget().work(text.length());
        return Values.text(text);
    }
}

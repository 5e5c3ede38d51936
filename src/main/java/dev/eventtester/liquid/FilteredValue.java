package dev.eventtester.liquid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.liquid.filter.Filter;
import dev.eventtester.liquid.filter.Invocation;
import dev.eventtester.liquid.value.Context;
import dev.eventtester.liquid.value.Expression;
import dev.eventtester.liquid.value.LiquidException;
import dev.eventtester.liquid.value.Place;
import java.util.ArrayList;
import java.util.List;

/** An expression and the filters that its value passes through. */
record FilteredValue(Expression expression, Place place, List<Call> filters) {

    /** One use of a filter. */
    record Call(Filter filter, List<Expression.Operand> arguments, Place place) {

        JsonNode apply(JsonNode value, Context context) {
            try {
                List<JsonNode> values = new ArrayList<>(arguments.size());
                for (Expression.Operand argument : arguments) {
                    values.add(argument.evaluate(context));
                }
                return filter.apply(new Invocation(value, values, context));
            } catch (LiquidException failure) {
                throw failure.at(place);
            }
        }
    }

    JsonNode evaluate(Context context) {
        JsonNode value = initial(context);
        for (Call call : filters) {
            value = call.apply(value, context);
        }
        return value;
    }

    private JsonNode initial(Context context) {
        try {
            return expression.evaluate(context);
        } catch (LiquidException failure) {
            throw failure.at(place);
        }
    }
}

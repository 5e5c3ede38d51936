package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.value.Members;
import dev.eventtester.liquid.value.Values;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic on IEEE doubles; whatever is not a number counts as 0, and a missing argument yields NaN. */
final class MathFilters {

    static final Map<String, Filter> BY_NAME = Map.ofEntries(
            Map.entry("abs", unary(Math::abs)),
            Map.entry("ceil", unary(Math::ceil)),
            Map.entry("floor", unary(Math::floor)),
            Map.entry("plus", binary(Double::sum)),
            Map.entry("minus", binary((a, b) -> a - b)),
            Map.entry("times", binary((a, b) -> a * b)),
            Map.entry("modulo", binary((a, b) -> a % b)),
            Map.entry("at_least", extreme(Math::max)),
            Map.entry("at_most", extreme(Math::min)),
            Map.entry("divided_by", MathFilters::dividedBy),
            Map.entry("round", MathFilters::round),
            Map.entry("sum", MathFilters::sum),
            Map.entry("to_integer", call -> Values.number(Values.toNumber(call.value(), call.budget()))));

    private static final double MAX_EXPONENT = 400;

    private MathFilters() {}

    private static Filter unary(DoubleUnaryOperator operator) {
        return call -> Values.number(operator.applyAsDouble(call.amount()));
    }

    private static Filter binary(DoubleBinaryOperator operator) {
        return call -> Values.number(operator.applyAsDouble(call.amount(), call.amount(0)));
    }

    private static Filter extreme(DoubleBinaryOperator operator) {
        return call -> {
            double extreme = call.amount();
            for (int i = 0; i < call.arguments().size(); i++) {
                extreme = operator.applyAsDouble(extreme, call.amount(i));
            }
            return Values.number(extreme);
        };
    }

    /** Real division; a second argument other than 0 asks for whole numbers. */
    private static JsonNode dividedBy(Invocation call) {
        double quotient = call.amount() / call.amount(0);
        boolean whole = call.arguments().size() > 1 && call.amount(1) != 0;
        return Values.number(whole ? Math.floor(quotient) : quotient);
    }

    /** Rounds half away from zero. */
    private static JsonNode round(Invocation call) {
        double value = call.amount();
        double digits = call.arguments().isEmpty() ? 0 : call.amount(0);
        double scale = powerOf10(digits);
        double scaled = Math.abs(value * scale);
        double floor = Math.floor(scaled);
        double rounded = scaled - floor >= 0.5 ? floor + 1 : floor;
        return Values.number(Math.signum(value) * rounded / scale);
    }

    private static double powerOf10(double exponent) {
        boolean whole = exponent == Math.rint(exponent) && Math.abs(exponent) < MAX_EXPONENT;
        // Only this way the powers are the nearest doubles.
        return whole ? Double.parseDouble("1e" + (int) exponent) : StrictMath.pow(10, exponent);
    }

    private static JsonNode sum(Invocation call) {
        JsonNode property = call.argument(0);
        boolean ofItems = JsType.isTruthy(property);
        List<String> path = ofItems ? List.of(call.text(0).split("\\.", -1)) : List.of();
        double sum = 0;
        for (JsonNode item : call.items()) {
            JsonNode value = item;
            for (String key : path) {
                value = Members.of(value, Values.text(key), call.budget());
            }
            sum += Values.toAmount(value, call.budget());
        }
        return Values.number(sum);
    }
}

package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsDate;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.date.ShownDate;
import dev.eventtester.liquid.date.Strftime;
import dev.eventtester.liquid.value.Budget;
import dev.eventtester.liquid.value.Chars;
import dev.eventtester.liquid.value.LiquidException;
import dev.eventtester.liquid.value.Values;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;

/** Filters that show dates. What is not a date passes through unchanged. */
final class DateFilters {

    static final Map<String, Filter> BY_NAME = Map.of(
            "date", DateFilters::date,
            "date_to_xmlschema", call -> shown(call, "%Y-%m-%dT%H:%M:%S%:z"),
            "date_to_rfc822", call -> shown(call, "%a, %d %b %Y %H:%M:%S %z"),
            "date_to_string", call -> day(call, "%b"),
            "date_to_long_string", call -> day(call, "%B"));

    private static final String USUAL = "%A, %B %-e, %Y at %-l:%M %P %z";

    private DateFilters() {}

    private static JsonNode date(Invocation call) {
        JsonNode format = Values.plain(call.argument(0));
        return shownDate(instant(call), call.argument(1), call.budget())
                .map(date ->
                        Strftime.format(date, JsType.isNullish(format) ? USUAL : call.text(0), call.budget()::work))
                .map(call::answer)
                .orElse(call.value());
    }

    private static Optional<ShownDate> shownDate(double millis, JsonNode zone, Budget budget) {
        if (JsType.isNullish(zone)) {
            return ShownDate.inUtc(millis);
        }
        if (!zone.isTextual()) {
            return ShownDate.behindUtc(millis, Values.toNumber(zone, budget));
        }
        budget.work(Budget.VALUE + zone.textValue().length());
        try {
            return ShownDate.inZone(millis, zone.textValue());
        } catch (DateTimeException unknown) {
            throw new LiquidException(unknown.getMessage());
        }
    }

    private static JsonNode shown(Invocation call, String format) {
        Optional<ShownDate> date = ShownDate.inUtc(instant(call));
        return date.map(shown -> Strftime.format(shown, format, call.budget()::work))
                .map(call::answer)
                .orElse(call.value());
    }

    /**
     * The day, month and year; the argument {@code ordinal} adds st, nd, rd or th, and {@code US} puts the month
     * first.
     */
    private static JsonNode day(Invocation call, String month) {
        boolean ordinal = isText(call.argument(0), "ordinal");
        if (!ordinal) {
            return shown(call, "%d " + month + " %Y");
        }
        return shown(call, isText(call.argument(1), "US") ? month + " %-d%q, %Y" : "%-d%q " + month + " %Y");
    }

    private static boolean isText(JsonNode value, String text) {
        return value.isTextual() && value.textValue().equals(text);
    }

    /** Milliseconds since 1970; NaN when the value is not a date. Numbers, also as text, are seconds. */
    private static double instant(Invocation call) {
        JsonNode value = Values.plain(call.value());
        return switch (JsType.of(value)) {
            case UNDEFINED, NULL -> Double.NaN;
            case NUMBER -> value.doubleValue() * 1000;
            case BOOLEAN -> value.booleanValue() ? 1 : 0;
            case STRING -> instant(value.textValue(), call);
            case ARRAY, OBJECT -> JsDate.parse(Values.toText(value, call.budget()));
        };
    }

    private static double instant(String text, Invocation call) {
        call.budget().work((long) Budget.VALUE * text.length());
        if (text.equals("now") || text.equals("today")) {
            return call.context().clock().millis();
        }
        boolean digits = !text.isEmpty() && text.chars().allMatch(Chars::isDigit);
        return digits ? Values.toNumber(call.value(), call.budget()) * 1000 : JsDate.parse(text);
    }
}

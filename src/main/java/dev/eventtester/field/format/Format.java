package dev.eventtester.field.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/** A named rule for the content of a text or of a number. */
public sealed interface Format {

    /** The name that definitions and messages use. */
    String name();

    /** Whether a value follows the rule; values of another type, and infinite numbers, always do. */
    boolean accepts(JsonNode value);

    /** A rule for texts. */
    record OfText(String name, Predicate<String> rule) implements Format {

        @Override
        public boolean accepts(JsonNode value) {
            return !value.isTextual() || rule.test(value.textValue());
        }
    }

    /** A rule for finite numbers. */
    record OfNumber(String name, DoublePredicate rule) implements Format {

        @Override
        public boolean accepts(JsonNode value) {
            return !value.isNumber() || Double.isInfinite(value.doubleValue()) || rule.test(value.doubleValue());
        }
    }
}

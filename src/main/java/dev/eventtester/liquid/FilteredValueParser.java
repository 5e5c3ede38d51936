package dev.eventtester.liquid;

import dev.eventtester.liquid.filter.Filters;
import dev.eventtester.liquid.value.Expression;
import dev.eventtester.liquid.value.Operator;
import dev.eventtester.liquid.value.Place;
import dev.eventtester.liquid.value.Reader;
import dev.eventtester.liquid.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an expression with its filters from one piece of a template. Used once, by one thread. */
final class FilteredValueParser {

    private final Reader reader;

    private FilteredValueParser(Reader reader) {
        this.reader = reader;
    }

    /** The value that the rest of a piece says; the piece has to end with it. */
    static FilteredValue parse(Reader reader) {
        return new FilteredValueParser(reader).filteredValue();
    }

    private FilteredValue filteredValue() {
        Place place = reader.place();
        List<Expression.Step> steps = new ArrayList<>();
        Optional<? extends Expression.Step> step = step();
        while (step.isPresent()) {
            steps.add(step.get());
            step = step();
        }
        reader.require(!steps.isEmpty(), "a value is expected");
        return new FilteredValue(Expression.of(steps), place, filters());
    }

    private Optional<? extends Expression.Step> step() {
        if (reader.isAtEnd()) {
            return Optional.empty();
        }
        Optional<Operator> operator = operator();
        return operator.isPresent() ? operator : reader.value();
    }

    private Optional<Operator> operator() {
        reader.skipBlanks();
        for (Operator operator : Operator.values()) {
            if (reader.skipWord(operator.symbol())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private List<FilteredValue.Call> filters() {
        List<FilteredValue.Call> filters = new ArrayList<>();
        reader.skipBlanks();
        while (!reader.isAtEnd()) {
            reader.require(reader.skip('|'), "\"|\" is expected before a filter");
            Place place = reader.place();
            String name = reader.name();
            if (name.isEmpty()) {
                reader.require(reader.isAtEnd(), "a filter name is expected");
            } else {
                filters.add(new FilteredValue.Call(Filters.named(name), arguments(), place));
            }
            reader.skipBlanks();
        }
        return List.copyOf(filters);
    }

    private List<Expression.Operand> arguments() {
        List<Expression.Operand> arguments = new ArrayList<>();
        reader.skipBlanks();
        if (!reader.skip(':')) {
            reader.require(reader.isAtEnd() || reader.peek() == '|', "\":\" is expected after a filter name");
            return arguments;
        }
        do {
            argument().ifPresent(arguments::add);
            reader.skipBlanks();
            reader.require(reader.isAtEnd() || reader.peek() == ',' || reader.peek() == '|', "unexpected character");
        } while (reader.skip(','));
        return List.copyOf(arguments);
    }

    private Optional<Expression.Operand> argument() {
        reader.skipBlanks();
        int begin = reader.position();
        Optional<Expression.Operand> value = reader.value();
        if (value.isEmpty()) {
            return value;
        }
        String text = reader.since(begin);
        reader.skipBlanks();
        if (!reader.skip(':')) {
            return value;
        }
        Expression.Operand named = reader.value().orElse(new Expression.Constant(Values.UNDEFINED));
        return Optional.of(new Expression.Named(Values.text(text), named));
    }
}

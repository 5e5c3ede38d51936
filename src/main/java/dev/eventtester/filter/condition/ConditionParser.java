package dev.eventtester.filter.condition;

import dev.eventtester.filter.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads a condition by recursive descent: or, and, not, comparison, value. Not thread-safe. */
final class ConditionParser {

    private static final int MAX_DEPTH = 100;

    private final ConditionLexer lexer;
    private Token token;
    private int depth;

    ConditionParser(ConditionLexer lexer) {
        this.lexer = lexer;
        this.token = lexer.next();
    }

    Expression parse() {
        Expression whole = either();
        if (token.kind() != Kind.END) {
            throw unexpected();
        }
        return whole;
    }

    private Expression either() {
        if (++depth > MAX_DEPTH) {
            throw new InvalidConditionException("it is nested deeper than " + MAX_DEPTH + " levels");
        }
        List<Expression> parts = joined("or", () -> new Expression.And(joined("and", this::negation)));
        depth--;
        return new Expression.Or(parts);
    }

    private List<Expression> joined(String word, Supplier<Expression> part) {
        List<Expression> parts = new ArrayList<>();
        parts.add(part.get());
        while (takes(word)) {
            parts.add(part.get());
        }
        return parts;
    }

    private Expression negation() {
        boolean negated = false;
        while (takes("!")) {
            negated = !negated;
        }
        Expression compared = comparison();
        return negated ? new Expression.Not(compared) : compared;
    }

    private Expression comparison() {
        Expression left = value();
        for (Comparator comparator : Comparator.values()) {
            if (takes(comparator.sign())) {
                return new Expression.Comparison(left, comparator, value());
            }
        }
        return left;
    }

    private Expression value() {
        Token start = token;
        if (takes("(")) {
            Expression inner = either();
            expect(")");
            return inner;
        }
        if (takes("[")) {
            return new Expression.Values(values("]"));
        }
        if (start.kind() == Kind.VALUE) {
            advance();
            return new Expression.Constant(start.value());
        }
        if (start.kind() != Kind.WORD || isReserved(start.text())) {
            throw unexpected();
        }
        advance();
        return takes("(") ? call(start) : path(start);
    }

    private Expression call(Token name) {
        Function function = Function.named(name.text())
                .orElseThrow(
                        () -> ConditionLexer.unexpected(name.at(), "there is no function \"" + name.text() + "\""));
        List<Expression> arguments = values(")");
        if (arguments.size() != function.arguments()) {
            throw ConditionLexer.unexpected(
                    name.at(), "the function " + name.text() + " takes " + function.arguments() + " arguments");
        }
        return new Expression.Call(function, arguments);
    }

    private static Expression path(Token word) {
        if (word.path().stream().anyMatch(String::isEmpty)) {
            throw ConditionLexer.unexpected(word.at(), "\"" + word.text() + "\" is not a path");
        }
        return new Expression.Path(word.path());
    }

    private List<Expression> values(String end) {
        List<Expression> values = new ArrayList<>();
        if (takes(end)) {
            return values;
        }
        do {
            values.add(either());
        } while (takes(","));
        expect(end);
        return values;
    }

    private static boolean isReserved(String word) {
        return word.equals("and") || word.equals("or") || word.equals("in");
    }

    private boolean takes(String text) {
        boolean found = token.is(text);
        if (found) {
            advance();
        }
        return found;
    }

    private void expect(String sign) {
        if (!takes(sign)) {
            throw ConditionLexer.unexpected(token.at(), "\"" + sign + "\" is expected");
        }
    }

    private void advance() {
        token = lexer.next();
    }

    private InvalidConditionException unexpected() {
        return token.kind() == Kind.END
                ? ConditionLexer.unexpected(token.at(), "something is missing")
                : ConditionLexer.unexpected(token.at(), "something else is expected");
    }
}

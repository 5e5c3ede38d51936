package dev.eventtester.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsNumber;
import dev.eventtester.json.JsText;
import dev.eventtester.trigger.Token.Kind;
import dev.eventtester.trigger.condition.Comparison;
import dev.eventtester.trigger.condition.Condition;
import dev.eventtester.trigger.condition.EmptyGroup;
import dev.eventtester.trigger.condition.EventPath;
import dev.eventtester.trigger.condition.Group;
import dev.eventtester.trigger.condition.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tokens the way the reference engine does: left to right, one flat list of conditions a level, one operator for
 * all of it, and everything unknown skipped.
 */
final class Parser {

    private static final List<String> SECTIONS = List.of("properties", "traits", "context");
    private static final double SAFE_INTEGER = 9007199254740992d;

    private final List<Token> tokens;
    private final Parser outer;
    private final List<Condition> conditions = new ArrayList<>(4);
    private boolean all = true;
    private int count;
    private int at;

    private Parser(List<Token> tokens, Parser outer) {
        this.tokens = tokens;
        this.outer = outer;
    }

    static Group parse(List<Token> tokens) {
        Parser parser = new Parser(tokens, null);
        Condition condition = parser.level();
        if (condition == EmptyGroup.INSTANCE) {
            throw parser.nothing();
        }
        return condition instanceof Group group ? group : new Group(true, List.of(condition));
    }

    private InvalidTriggerException nothing() {
        if (tokens.size() == 1) {
            return new InvalidTriggerException("empty", 0, "the trigger is empty");
        }
        return new InvalidTriggerException(
                "no-condition",
                0,
                "the trigger has no condition on type, event, name, userId, properties, traits or context; everything"
                        + " else is ignored");
    }

    private Condition level() {
        while (at < tokens.size()) {
            Token token = tokens.get(at++);
            switch (token.kind()) {
                case IDENTIFIER -> identifier(token);
                // The last one counts for the whole level (fql-mixed-1-a).
                case CONDITIONAL -> all = token.text().equals("and");
                case OPERATOR -> negation(token);
                case OPEN -> group(token);
                default -> {}
            }
        }
        return switch (conditions.size()) {
            case 0 -> EmptyGroup.INSTANCE;
            case 1 -> conditions.get(0);
            default -> new Group(all, conditions);
        };
    }

    private void identifier(Token token) {
        if (token.isFunction()) {
            function(token, false);
            return;
        }
        String name = token.text();
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        String below = name.substring(dot + 1);
        switch (first) {
            case "type" -> add(textual("type", take(token), take(token)));
            case "event" -> add(textual("event", take(token), take(token)));
            case "name" -> add(identity("name", take(token), take(token)));
            case "userId" -> add(identity("userId", take(token), take(token)));
            case "properties" -> add(member(EventPath.of("properties", below), take(token), take(token)));
            case "traits" -> add(member(EventPath.of("traits", below), take(token), take(token)));
            case "context" -> add(member(EventPath.of("context", below), take(token), take(token)));
            default -> {}
        }
    }

    private Token take(Token of) {
        if (at == tokens.size()) {
            throw new InvalidTriggerException("missing-value", of.end(), "Value token is missing");
        }
        return tokens.get(at++);
    }

    private void add(Condition condition) {
        Parser counting = outer == null ? this : outer;
        if (++counting.count > Trigger.MAX_CONDITIONS) {
            throw new InvalidTriggerException(
                    "too-many-conditions",
                    tokens.get(at - 1).start(),
                    "the trigger has more than " + Trigger.MAX_CONDITIONS + " conditions");
        }
        conditions.add(condition);
    }

    /** Null is no keyword here but the text {@code null} (fql-event-null-1-a). */
    private static Comparison textual(String field, Token operator, Token value) {
        return Comparison.of(EventPath.of(field), operator.text(), text(value));
    }

    private static Comparison identity(String field, Token operator, Token value) {
        EventPath path = EventPath.of(field);
        Operator special = special(operator.text(), value.text(), field.equals("userId"));
        return special == null ? Comparison.of(path, operator.text(), text(value)) : Comparison.of(path, special);
    }

    private static Comparison member(EventPath path, Token operator, Token value) {
        Operator special = special(operator.text(), value.text(), true);
        if (special != null) {
            return Comparison.of(path, special);
        }
        JsonNode expected = value(value);
        if (value.is(Kind.NUMBER)) {
            switch (operator.text()) {
                case "=" -> {
                    return Comparison.of(path, Operator.NUMBER_EQUALS, expected);
                }
                case "!=" -> {
                    return Comparison.of(path, Operator.NUMBER_NOT_EQUALS, expected);
                }
                default -> {}
            }
        }
        return Comparison.of(path, operator.text(), expected);
    }

    /** The operators without a value; {@code != true} is none of them (fql-properties-not-bool-1-a). */
    private static Operator special(String operator, String value, boolean booleans) {
        if (operator.equals("=")) {
            return switch (value) {
                case "null" -> Operator.NOT_EXISTS;
                case "true" -> booleans ? Operator.IS_TRUE : null;
                case "false" -> booleans ? Operator.IS_FALSE : null;
                default -> null;
            };
        }
        return operator.equals("!=") && value.equals("null") ? Operator.EXISTS : null;
    }

    private void negation(Token token) {
        if (token.text().equals("!") && tokens.get(at).isFunction()) {
            function(tokens.get(at++), true);
        }
    }

    private void function(Token function, boolean negated) {
        at++;
        Token name = argument(function, "1st");
        at++;
        Token value = argument(function, "2nd");
        at++;
        EventPath path = functionPath(name.text());
        if (path == null) {
            return;
        }
        if (function.text().equals("contains")) {
            add(Comparison.of(path, negated ? Operator.NOT_CONTAINS : Operator.CONTAINS, text(value)));
        } else {
            add(match(path, value, negated));
        }
    }

    private Token argument(Token function, String which) {
        if (at >= tokens.size()) {
            throw new InvalidTriggerException(
                    "missing-argument", function.start(), function.text() + "() is missing a " + which + " argument");
        }
        return tokens.get(at++);
    }

    /** Without a star at the end the first character goes, whatever it is (fql-match-nostar-1-a). */
    private static Comparison match(EventPath path, Token value, boolean negated) {
        String pattern = text(value).textValue();
        if (value.text().endsWith("*\"")) {
            JsonNode start = TextNode.valueOf(pattern.substring(0, pattern.length() - 1));
            return Comparison.of(path, negated ? Operator.NOT_STARTS_WITH : Operator.STARTS_WITH, start);
        }
        JsonNode end = TextNode.valueOf(pattern.isEmpty() ? "" : pattern.substring(1));
        return Comparison.of(path, negated ? Operator.NOT_ENDS_WITH : Operator.ENDS_WITH, end);
    }

    /** The path of a function's field, or null where the engine drops the function. */
    private static EventPath functionPath(String name) {
        return switch (name) {
            case "event" -> EventPath.of("event");
            case "name" -> EventPath.of("name");
            case "userId" -> EventPath.of("userId");
            default -> {
                for (String section : SECTIONS) {
                    if (name.startsWith(section)) {
                        boolean dotted = name.startsWith(".", section.length());
                        yield EventPath.of(section, dotted ? name.substring(section.length() + 1) : name);
                    }
                }
                yield null;
            }
        };
    }

    private void group(Token open) {
        int close = at;
        while (close < tokens.size() && !tokens.get(close).is(Kind.CLOSE)) {
            close++;
        }
        if (close == tokens.size()) {
            throw new InvalidTriggerException(
                    outer != null ? "nested-parentheses" : "unclosed-parenthesis",
                    open.start(),
                    outer != null
                            ? "parentheses inside parentheses, at " + Lexer.place(open.start()) + ", are not supported"
                            : "the parenthesis at " + Lexer.place(open.start()) + " is never closed");
        }
        List<Token> inner = new ArrayList<>(tokens.subList(at, close));
        inner.add(Lexer.end(tokens.get(close).start()));
        at = close + 1;
        add(new Parser(inner, this).level());
    }

    private static JsonNode text(Token value) {
        return TextNode.valueOf(JsText.of(value(value)));
    }

    private static JsonNode value(Token token) {
        if (token.is(Kind.NUMBER)) {
            double number = JsNumber.parse(token.text());
            boolean whole = number == Math.rint(number) && Math.abs(number) <= SAFE_INTEGER;
            if (number == (int) number) {
                return IntNode.valueOf((int) number);
            }
            return whole ? LongNode.valueOf((long) number) : DoubleNode.valueOf(number);
        }
        if (token.is(Kind.IDENTIFIER)) {
            switch (token.text()) {
                case "true" -> {
                    return BooleanNode.TRUE;
                }
                case "false" -> {
                    return BooleanNode.FALSE;
                }
                default -> {}
            }
        }
        // Single quotes stay part of the value (fql-single-quote-1-a).
        return TextNode.valueOf(
                token.isDoubleQuoted() ? token.text().substring(1, token.text().length() - 1) : token.text());
    }
}

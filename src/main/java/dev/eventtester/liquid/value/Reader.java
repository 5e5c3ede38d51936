package dev.eventtester.liquid.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads names and values from one piece of a template. Used once, by one thread. */
public final class Reader {

    private static final int MAX_DEPTH = 100;
    private static final int SHOWN = 32;

    private final String source;
    private final int end;
    private int at;
    private int depth;

    public Reader(String source, int begin, int end) {
        this.source = source;
        this.at = begin;
        this.end = end;
    }

    /** Skips a symbol, or a word that no other word character follows. */
    public boolean skipWord(String word) {
        int after = at + word.length();
        if (after > end || !source.startsWith(word, at)) {
            return false;
        }
        boolean bounded = !Chars.isWord(word.charAt(0)) || after == end || !Chars.isWord(source.charAt(after));
        if (bounded) {
            at = after;
        }
        return bounded;
    }

    /** A literal, quoted text, range, number or variable, with the keys behind it. */
    public Optional<Expression.Operand> value() {
        enter();
        skipBlanks();
        Optional<Expression.Operand> literal = literal();
        List<Expression.Operand> keys = keys(literal.isEmpty());
        depth--;
        if (literal.isPresent()) {
            return keys.isEmpty() ? literal : Optional.of(new Expression.Access(literal.get(), keys));
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(variable(keys));
    }

    /** A variable with the keys behind it, where no literal is allowed. */
    public Optional<Expression.Operand> path() {
        skipBlanks();
        List<Expression.Operand> keys = keys(true);
        return keys.isEmpty() ? Optional.empty() : Optional.of(variable(keys));
    }

    private static Expression.Operand variable(List<Expression.Operand> keys) {
        return new Expression.Variable(keys.get(0), List.copyOf(keys.subList(1, keys.size())));
    }

    private Optional<Expression.Operand> literal() {
        for (Literal literal : Literal.values()) {
            if (skipWord(literal.word())) {
                return Optional.of(new Expression.Constant(literal.value()));
            }
        }
        if (Chars.isQuote(peek())) {
            return Optional.of(new Expression.Constant(Values.text(quoted())));
        }
        return peek() == '(' ? Optional.of(range()) : number();
    }

    private List<Expression.Operand> keys(boolean nameFirst) {
        List<Expression.Operand> keys = new ArrayList<>();
        while (true) {
            if (skip('[')) {
                keys.add(value().orElse(new Expression.Constant(Values.NO_TEXT)));
                require(skipPast(']'), "\"[\" is not closed");
                continue;
            }
            String name = nameFirst && keys.isEmpty() ? name() : "";
            if (name.isEmpty() && peek() == '.' && peek(1) != '.') {
                at++;
                name = name();
                if (name.isEmpty()) {
                    return keys;
                }
            }
            if (name.isEmpty()) {
                return keys;
            }
            keys.add(new Expression.Constant(Values.text(name)));
        }
    }

    private Optional<Expression.Operand> number() {
        int length = Chars.isSign(peek()) ? 1 : 0;
        boolean point = false;
        boolean digit = false;
        while (true) {
            if (Chars.isDigit(peek(length))) {
                digit = true;
            } else if (peek(length) == '.' && peek(length + 1) != '.') {
                if (point || !digit) {
                    return Optional.empty();
                }
                point = true;
            } else {
                break;
            }
            length++;
        }
        if (!digit || Chars.isWord(peek(length))) {
            return Optional.empty();
        }
        double number = Double.parseDouble(source.substring(at, at + length));
        at += length;
        return Optional.of(new Expression.Constant(Values.number(number)));
    }

    private Expression.Operand range() {
        at++;
        Expression.Operand low = bound();
        skipBlanks();
        require(skip('.') && skip('.'), "a range needs \"..\" between its bounds");
        Expression.Operand high = bound();
        skipBlanks();
        require(skip(')'), "a range has to end with \")\"");
        return new Expression.Range(low, high);
    }

    private Expression.Operand bound() {
        return value().orElseThrow(() -> error("a value is expected"));
    }

    /** A quoted text that starts here; without a closing quote it ends, less one character, with the piece. */
    public String quoted() {
        int begin = at;
        char quote = source.charAt(at++);
        boolean escaped = false;
        while (at < end) {
            char c = source.charAt(at++);
            if (c == quote && !escaped) {
                break;
            }
            escaped = c == '\\' && !escaped;
        }
        try {
            return Literal.unescape(source.substring(begin, at));
        } catch (LiquidException failure) {
            throw failure.at(new Place(source, begin));
        }
    }

    /** A name that starts here or after blanks; empty when there is none. */
    public String name() {
        skipBlanks();
        int begin = at;
        while (Chars.isWord(peek())) {
            at++;
        }
        return source.substring(begin, at);
    }

    public void skipBlanks() {
        while (Chars.isBlank(peek())) {
            at++;
        }
    }

    public boolean skip(char c) {
        boolean found = peek() == c;
        if (found) {
            at++;
        }
        return found;
    }

    /** Skips everything up to and with a character, or to the end. */
    public boolean skipPast(char c) {
        while (at < end) {
            if (source.charAt(at++) == c) {
                return true;
            }
        }
        return false;
    }

    public boolean isAtEnd() {
        return at >= end;
    }

    /** What was read since a position. */
    public String since(int begin) {
        return source.substring(begin, at);
    }

    /** Where in the template the reader stands. */
    public Place place() {
        return new Place(source, at);
    }

    public int position() {
        return at;
    }

    /** The next character, or -1 at the end. */
    public int peek() {
        return peek(0);
    }

    private int peek(int ahead) {
        return at + ahead < end ? source.charAt(at + ahead) : -1;
    }

    public void require(boolean condition, String message) {
        if (!condition) {
            throw error(message);
        }
    }

    LiquidException error(String message) {
        String rest = source.substring(Math.min(at, end), end);
        String shown = rest.length() > SHOWN ? rest.substring(0, SHOWN - 3) + "..." : rest;
        String found = rest.isEmpty() ? " at the end" : " at \"" + shown + "\"";
        return new LiquidException(message + found).at(new Place(source, at));
    }

    private void enter() {
        depth++;
        require(depth <= MAX_DEPTH, "values are nested too deeply");
    }
}

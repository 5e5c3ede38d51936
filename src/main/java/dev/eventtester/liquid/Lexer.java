package dev.eventtester.liquid;

import dev.eventtester.liquid.value.Chars;
import dev.eventtester.liquid.value.LiquidException;
import dev.eventtester.liquid.value.Place;
import dev.eventtester.liquid.value.Reader;
import java.util.ArrayList;
import java.util.List;

/** Cuts a template into text, outputs and tags, and applies whitespace control. */
final class Lexer {

    private static final int DELIMITER = 2;

    private final String source;
    private final int end;
    private int at;
    private int rawBegin = -1;

    private Lexer(String source, int begin, int end) {
        this.source = source;
        this.at = begin;
        this.end = end;
    }

    static List<Token> pieces(String template) {
        Lexer lexer = new Lexer(template, 0, template.length());
        List<Token> tokens = new ArrayList<>();
        while (lexer.at < lexer.end) {
            tokens.add(lexer.next());
        }
        trim(tokens);
        return tokens;
    }

    /** The lines of a {@code liquid} tag: every one that is not blank is a tag. */
    static List<Token> lines(Token tag) {
        String source = tag.source();
        List<Token> tokens = new ArrayList<>();
        int at = tag.contentBegin();
        while (true) {
            while (at < tag.contentEnd() && Chars.isBlank(source.charAt(at))) {
                at++;
            }
            if (at >= tag.contentEnd()) {
                return tokens;
            }
            int lineEnd = source.indexOf('\n', at) + 1;
            int end = lineEnd == 0 || lineEnd > tag.contentEnd() ? tag.contentEnd() : lineEnd;
            tokens.add(Token.line(source, at, end));
            at = end;
        }
    }

    private Token next() {
        int begin = at;
        if (rawBegin >= 0) {
            return rawOrItsEnd();
        }
        if (source.startsWith("{%", at)) {
            require(skipPast('%', '}', false), "tag is not closed", begin);
            Token tag = Token.tag(source, begin, at);
            rawBegin = tag.isTag("raw") ? begin : -1;
            return tag;
        }
        if (source.startsWith("{{", at)) {
            require(skipPast('}', '}', true), "output is not closed", begin);
            return Token.output(source, begin, at);
        }
        while (at < end && !source.startsWith("{%", at) && !source.startsWith("{{", at)) {
            at++;
        }
        return Token.text(source, begin, at);
    }

    /** Moves behind the next pair of characters, which may overlap with the place where the search starts. */
    private boolean skipPast(char first, char second, boolean skipQuoted) {
        while (at < end) {
            char c = source.charAt(at);
            if (skipQuoted && Chars.isQuote(c)) {
                skipQuoted(c);
                continue;
            }
            at++;
            if (isBehind(first, second)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBehind(char first, char second) {
        return at >= DELIMITER && source.charAt(at - 1) == second && source.charAt(at - 2) == first;
    }

    private void skipQuoted(char quote) {
        boolean escaped = false;
        at++;
        while (at < end) {
            char c = source.charAt(at++);
            if (c == quote && !escaped) {
                return;
            }
            escaped = c == '\\' && !escaped;
        }
    }

    /** The text up to {@code {% endraw %}}, or that tag itself when there is no text before it. */
    private Token rawOrItsEnd() {
        int begin = at;
        int tagBegin = nextTag();
        while (at < end) {
            if (!skipEndraw()) {
                tagBegin = nextTag();
                continue;
            }
            while (at <= end) {
                if (isBehind('%', '}')) {
                    return endOfRaw(begin, tagBegin);
                }
                if (isBehind('{', '%')) {
                    break;
                }
                at++;
            }
        }
        throw new LiquidException("raw is not closed").at(new Place(source, rawBegin));
    }

    private Token endOfRaw(int begin, int tagBegin) {
        if (begin < tagBegin) {
            at = tagBegin;
            return Token.text(source, begin, tagBegin);
        }
        rawBegin = -1;
        return Token.tag(source, begin, at);
    }

    private int nextTag() {
        return skipPast('{', '%', false) ? at - DELIMITER : end;
    }

    private boolean skipEndraw() {
        Reader reader = new Reader(source, at, end);
        boolean found = reader.name().equals("endraw");
        at = reader.position();
        return found;
    }

    private void require(boolean condition, String message, int begin) {
        if (!condition) {
            throw new LiquidException(message).at(new Place(source, begin));
        }
    }

    private static void trim(List<Token> tokens) {
        boolean raw = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!raw && token.trimsBefore() && i > 0 && tokens.get(i - 1).isText()) {
                tokens.set(i - 1, tokens.get(i - 1).trimmedAfter());
            }
            raw = token.isTag("raw") || (raw && !token.isTag("endraw"));
            if (!raw
                    && token.trimsAfter()
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isText()) {
                tokens.set(i + 1, tokens.get(i + 1).trimmedBefore());
            }
        }
    }
}

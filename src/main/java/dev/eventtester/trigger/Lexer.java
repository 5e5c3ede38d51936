package dev.eventtester.trigger;

import dev.eventtester.trigger.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a trigger's text into tokens by the reference engine's rules, of which several surprise. */
final class Lexer {

    private final String text;
    private final int length;
    private final List<Token> tokens = new ArrayList<>(16);
    private boolean dotted;
    private int at;

    private Lexer(String text) {
        this.text = text;
        this.length = text.length();
    }

    /**
     * The tokens of the text, the last of which is the end.
     *
     * @throws InvalidTriggerException at the first character that cannot be read
     */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < lexer.length) {
            lexer.next();
        }
        lexer.tokens.add(end(lexer.length));
        return lexer.dotted ? lexer.joined() : lexer.tokens;
    }

    /** The end reads as the text {@code eos} where a value is wanted (fql-truncated-2-a). */
    static Token end(int at) {
        return new Token(Kind.END, "eos", at, at);
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case ' ', '\t', '\n' -> at++;
            case '.' -> {
                dotted = true;
                add(Kind.DOT, ".", 1);
            }
            case ',' -> add(Kind.PUNCTUATION, ",", 1);
            case '[' -> add(Kind.PUNCTUATION, "[", 1);
            case ']' -> add(Kind.PUNCTUATION, "]", 1);
            case '(' -> add(Kind.OPEN, "(", 1);
            case ')' -> add(Kind.CLOSE, ")", 1);
            case '=' -> add(Kind.OPERATOR, "=", 1);
            case '<' -> comparison("<", "<=");
            case '>' -> comparison(">", ">=");
            case '!' -> exclamation();
            case '"', '\'' -> string(c);
            case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            case 'a' -> word("and", Kind.CONDITIONAL);
            case 'o' -> word("or", Kind.CONDITIONAL);
            case 'n' -> word("null", Kind.NULL);
            default -> {
                if (!isIdentifierStart(c)) {
                    throw illegal("outside quotes");
                }
                identifier();
            }
        }
    }

    private void add(Kind kind, String token, int width) {
        tokens.add(new Token(kind, token, at, at + width));
        at += width;
    }

    /** {@code <=} counts as one operator only before a terminator (fql-nospace-6-a). */
    private void comparison(String single, String withEquals) {
        if (at + 1 < length && text.charAt(at + 1) == '=' && isTerminated(at + 2)) {
            add(Kind.OPERATOR, withEquals, 2);
        } else {
            add(Kind.OPERATOR, single, 1);
        }
    }

    private void exclamation() {
        char following = at + 1 < length ? text.charAt(at + 1) : ' ';
        if (following == '(' || isLetter(following)) {
            add(Kind.OPERATOR, "!", 1);
        } else if (following != '=') {
            throw new InvalidTriggerException(
                    "stray-negation",
                    at,
                    "the `!` at " + place(at)
                            + " is followed by nothing it could negate; write it right before a name or a parenthesis,"
                            + " or as `!=`");
        } else if (!isTerminated(at + 2)) {
            throw new InvalidTriggerException(
                    "operator-without-space", at, "the operator `!=` at " + place(at) + " needs a space after it");
        } else {
            add(Kind.OPERATOR, "!=", 2);
        }
    }

    private void string(char quote) {
        int close = text.indexOf(quote, at + 1);
        if (close < 0) {
            throw new InvalidTriggerException(
                    "unterminated-string",
                    at,
                    "the text that starts at " + place(at) + " is never closed with " + quote);
        }
        tokens.add(new Token(Kind.STRING, text.substring(at, close + 1), at, close + 1));
        // A closing quote before anything but a terminator opens the next text as well (fql-escaped-quote-1-a).
        at = isTerminated(close + 1) ? close + 1 : close;
    }

    private void number() {
        int end = at + 1;
        boolean point = false;
        for (; end < length; end++) {
            char c = text.charAt(end);
            if (c == '.') {
                if (point || isTerminated(end + 1)) {
                    throw new InvalidTriggerException(
                            "malformed-number",
                            at,
                            "the number at " + place(at)
                                    + (point ? " has two decimal points" : " ends with its decimal point"));
                }
                point = true;
            } else if (c < '0' || c > '9') {
                break;
            }
        }
        add(Kind.NUMBER, text.substring(at, end), end - at);
    }

    /**
     * A keyword if it stands before a terminator, else an identifier; cut off by the end it loses characters
     * (fql-eos-lost-chars-1-a).
     */
    private void word(String keyword, Kind kind) {
        int matched = 1;
        int end = at + 1;
        boolean same = true;
        for (; matched < keyword.length() && end < length && !isTerminator(text.charAt(end)); matched++, end++) {
            same &= text.charAt(end) == keyword.charAt(matched);
        }
        if (matched < keyword.length() && end == length) {
            addIdentifier(keyword.substring(0, 1), length);
        } else if (same && matched == keyword.length() && isTerminated(end)) {
            add(kind, keyword, matched);
        } else {
            identifier();
        }
    }

    private void identifier() {
        int end = at;
        StringBuilder unescaped = null;
        while (end < length && isIdentifierPart(text.charAt(end))) {
            if (text.charAt(end) == '\\') {
                if (unescaped == null) {
                    unescaped = new StringBuilder().append(text, at, end);
                }
                if (++end == length) {
                    throw new InvalidTriggerException(
                            "illegal-character",
                            end - 1,
                            "the backslash at " + place(end - 1) + " has no character after it");
                }
            }
            if (unescaped != null) {
                unescaped.append(text.charAt(end));
            }
            end++;
        }
        if (end < length && !mayFollowIdentifier(text.charAt(end))) {
            at = end;
            throw illegal("right after a name");
        }
        addIdentifier(unescaped == null ? text.substring(at, end) : unescaped.toString(), end);
    }

    private void addIdentifier(String name, int end) {
        tokens.add(new Token(Kind.IDENTIFIER, name, at, end));
        at = end;
    }

    /** Joins every run of {@code name dot name dot name} into one dotted name. */
    private List<Token> joined() {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int last = i;
            while (tokens.get(last).is(Kind.IDENTIFIER)
                    && tokens.get(last + 1).is(Kind.DOT)
                    && tokens.get(last + 2).is(Kind.IDENTIFIER)) {
                last += 2;
            }
            joined.add(last == i ? tokens.get(i) : join(tokens.subList(i, last + 1)));
            i = last;
        }
        return joined;
    }

    private static Token join(List<Token> run) {
        StringBuilder name = new StringBuilder();
        run.forEach(token -> name.append(token.text()));
        int end = run.get(run.size() - 1).end();
        return new Token(Kind.IDENTIFIER, name.toString(), run.get(0).start(), end);
    }

    private InvalidTriggerException illegal(String where) {
        int codePoint = text.codePointAt(at);
        boolean visible = codePoint > ' ' && codePoint != 0x7F && codePoint != 0xA0;
        String shown = visible ? "`" + Character.toString(codePoint) + "`" : String.format("U+%04X", codePoint);
        return new InvalidTriggerException(
                "illegal-character", at, shown + " at " + place(at) + " is not allowed " + where);
    }

    /** The place of an offset in words. */
    static String place(int at) {
        return "character " + (at + 1);
    }

    private boolean isTerminated(int end) {
        return end >= length || isTerminator(text.charAt(end));
    }

    static boolean isTerminator(char c) {
        return switch (c) {
            case ' ', '\t', '\n', ',', ']', ')' -> true;
            default -> false;
        };
    }

    private static boolean mayFollowIdentifier(char c) {
        return isTerminator(c) || c == '.' || c == '(' || c == '=' || c == '!';
    }

    private static boolean isIdentifierStart(char c) {
        return isLetter(c) || c == '_' || c == '\\';
    }

    private static boolean isIdentifierPart(char c) {
        return isIdentifierStart(c) || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}

package dev.eventtester.trigger.sketch;

import dev.eventtester.trigger.sketch.Mark.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a trigger's text the way an author means it, and notes where the engine's lexer sees something else. */
final class MarkScanner {

    /** Longer operators first. */
    private static final List<String> OPERATORS = List.of(
            "===", "!==", "==", "!=", "<>", "<=", ">=", "=<", "=>", "&&", "||", "=", "<", ">", "!", "&", "|", "≠", "≤",
            "≥");

    private static final String OPERATOR_STARTS = "=!<>&|≠≤≥";

    private final String text;
    private final Notes notes;
    private final List<Mark> marks = new ArrayList<>();
    private int at;

    private MarkScanner(String text, Notes notes) {
        this.text = text;
        this.notes = notes;
    }

    /** The marks of a text, the last of which is the end. */
    static List<Mark> marks(String text, Notes notes) {
        MarkScanner scanner = new MarkScanner(text, notes);
        while (scanner.at < text.length()) {
            scanner.next();
        }
        scanner.add(Kind.END, "", text.length());
        return scanner.marks;
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case ' ', '\t', '\n' -> at++;
            case '(' -> add(Kind.OPEN, "(", at + 1);
            case ')' -> add(Kind.CLOSE, ")", at + 1);
            case '[' -> add(Kind.LIST_OPEN, "[", at + 1);
            case ']' -> add(Kind.LIST_CLOSE, "]", at + 1);
            case ',' -> add(Kind.COMMA, ",", at + 1);
            case '"', '\'' -> string(c);
            case '“', '”', '‘', '’' -> typographicString();
            case '\r' ->
                skip(
                        "carriage-return",
                        "a carriage return is no white space: it makes the trigger invalid, or makes the text before"
                                + " it swallow what follows; use line feeds alone");
            default -> {
                String operator = operatorHere();
                if (operator != null) {
                    operator(operator);
                } else if (startsNumber()) {
                    number();
                } else if (isNamePart(c)) {
                    word();
                } else {
                    skip(
                            "illegal-character",
                            "the character " + shown(c)
                                    + " is not allowed outside quotes and makes the trigger invalid");
                }
            }
        }
    }

    private static String shown(char c) {
        return c <= ' ' || c == 0xA0 || Character.isSurrogate(c) ? String.format("U+%04X", (int) c) : "`" + c + "`";
    }

    private void add(Kind kind, String content, int end) {
        marks.add(new Mark(kind, content, List.of(), at, end));
        at = end;
    }

    private void skip(String code, String consequence) {
        notes.misread(code, at, at + 1, consequence);
        at++;
    }

    private void string(char quote) {
        int close = at + 1;
        boolean escaped = false;
        while (close < text.length() && text.charAt(close) != quote) {
            if (isEscapedQuote(close, quote, escaped)) {
                escaped = true;
                close++;
            }
            close++;
        }
        if (close >= text.length()) {
            notes.misread(
                    "unterminated-string",
                    at,
                    text.length(),
                    "the text is never closed, which makes the trigger invalid");
            add(Kind.TEXT, text.substring(at + 1), text.length());
            return;
        }
        String content = text.substring(at + 1, close);
        if (escaped) {
            content = content.replace("\\" + quote, String.valueOf(quote));
            notes.misread(
                    "escaped-quote",
                    at,
                    close + 1,
                    "a backslash does not escape a quote: the text ends at the first " + quote);
        } else if (quote == '\'') {
            notes.misread(
                    "single-quotes",
                    at,
                    close + 1,
                    "single quotes are part of the value: it is compared with " + text.substring(at, close + 1)
                            + " including the quotes");
        }
        if (!isTerminated(close + 1) && text.charAt(close + 1) != '\r') {
            notes.misread(
                    "no-space-after-text",
                    close,
                    close + 1,
                    "a closing quote needs a space, a comma or a parenthesis after it; otherwise it opens another text"
                            + " that swallows what follows");
        }
        add(Kind.TEXT, content, close + 1);
    }

    /** A quote after a backslash is meant as escaped if the text plainly goes on, or did so before. */
    private boolean isEscapedQuote(int backslash, char quote, boolean before) {
        return text.charAt(backslash) == '\\'
                && backslash + 1 < text.length()
                && text.charAt(backslash + 1) == quote
                && (!isTerminated(backslash + 2) || (before && text.indexOf(quote, backslash + 2) > 0));
    }

    private void typographicString() {
        int close = at + 1;
        while (close < text.length() && "“”‘’".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        int end = Math.min(close + 1, text.length());
        notes.misread(
                "typographic-quotes",
                at,
                end,
                "typographic quotes do not enclose a text and make the trigger invalid; use \"");
        add(Kind.TEXT, text.substring(at + 1, close), end);
    }

    private String operatorHere() {
        if (OPERATOR_STARTS.indexOf(text.charAt(at)) >= 0) {
            for (String operator : OPERATORS) {
                if (text.startsWith(operator, at)) {
                    return operator;
                }
            }
        }
        return null;
    }

    private void operator(String operator) {
        int end = at + operator.length();
        boolean wide = operator.equals("!=") || operator.equals("<=") || operator.equals(">=");
        Mark before = marks.isEmpty() ? null : marks.get(marks.size() - 1);
        boolean glued = before != null && before.is(Kind.WORD) && before.end() == at;
        if (wide && !isTerminated(end)) {
            notes.misread(
                    "operator-without-space",
                    at,
                    end,
                    "`" + operator + "` counts as one operator only with a space after it; "
                            + (operator.equals("!=")
                                    ? "the trigger is invalid"
                                    : "it is read as `" + operator.charAt(0) + "` with the value `=`"));
        } else if (glued && (operator.charAt(0) == '<' || operator.charAt(0) == '>')) {
            notes.misread(
                    "operator-without-space",
                    at,
                    end,
                    "`" + operator + "` right after a name makes the trigger invalid; put a space before it");
        }
        add(Kind.OPERATOR, operator, end);
    }

    private boolean startsNumber() {
        char c = text.charAt(at);
        int digit = c == '+' || c == '-' || c == '.' ? at + 1 : at;
        if (digit < text.length() && digit > at && c != '.' && text.charAt(digit) == '.') {
            digit++;
        }
        return digit < text.length() && isDigit(text.charAt(digit));
    }

    private void number() {
        int end = at + 1;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.' || isExponent(end))) {
            end++;
        }
        String content = text.substring(at, end);
        if (content.startsWith(".")) {
            notes.misread(
                    "malformed-number", at, end, "a number cannot start with its point: the value is read as `.`");
        } else if (content.endsWith(".") || content.indexOf('.') != content.lastIndexOf('.')) {
            notes.misread("malformed-number", at, end, "the point makes this number, and so the trigger, invalid");
        } else if (content.indexOf('e') > 0 || content.indexOf('E') > 0) {
            notes.misread(
                    "exponent",
                    at,
                    end,
                    "exponents are not read: the value is only "
                            + content.substring(0, Math.max(content.indexOf('e'), content.indexOf('E'))));
        }
        add(Kind.NUMBER, content, end);
    }

    private boolean isExponent(int i) {
        char c = text.charAt(i);
        boolean sign = (c == '+' || c == '-') && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E');
        boolean digitAhead = i + 1 < text.length()
                && (isDigit(text.charAt(i + 1)) || text.charAt(i + 1) == '+' || text.charAt(i + 1) == '-');
        return (sign || c == 'e' || c == 'E') && digitAhead;
    }

    private void word() {
        WordReader word = new WordReader(text, at, notes);
        marks.add(word.read());
        at = marks.get(marks.size() - 1).end();
    }

    private boolean isTerminated(int end) {
        return end >= text.length() || MarkScanner.isTerminator(text.charAt(end));
    }

    /** What may follow a keyword, a text or an operator of two characters. */
    static boolean isTerminator(char c) {
        return switch (c) {
            case ' ', '\t', '\n', ',', ']', ')' -> true;
            default -> false;
        };
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNamePart(char c) {
        return c == '_'
                || c == '-'
                || c == '\\'
                || c == '$'
                || c == '@'
                || Character.isLetterOrDigit(c)
                || Character.isSurrogate(c);
    }
}

package dev.eventtester.trigger.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one word or path, also in spellings that the engine does not know: indexes, quoted names, bare special
 * characters.
 */
final class WordReader {

    private static final int MAX_BRACKET = 100;

    private final String text;
    private final int start;
    private final Notes notes;
    private final List<String> names = new ArrayList<>(4);
    private int at;

    WordReader(String text, int start, Notes notes) {
        this.text = text;
        this.start = start;
        this.notes = notes;
        this.at = start;
    }

    Mark read() {
        name();
        while (at < text.length() && further()) {}
        Mark mark = new Mark(Mark.Kind.WORD, String.join(".", names), List.copyOf(names), start, at);
        noteCutOff(mark);
        return mark;
    }

    private boolean further() {
        char c = text.charAt(at);
        if (c == '.' && at + 1 < text.length()) {
            return afterDot(text.charAt(at + 1));
        }
        return c == '[' && bracket();
    }

    private boolean afterDot(char c) {
        int dot = at;
        if (c == '"' || c == '\'') {
            int close = text.indexOf(c, at + 2);
            if (close < 0) {
                return false;
            }
            names.add(text.substring(at + 2, close));
            at = close + 1;
            notes.misread(
                    "quoted-path",
                    dot,
                    at,
                    "a quoted name is no part of a path: the dot is read as an operator that never holds; escape"
                            + " special characters with a backslash");
            return true;
        }
        if (!MarkScanner.isNamePart(c)) {
            return false;
        }
        at++;
        name();
        String name = names.get(names.size() - 1);
        if (MarkScanner.isDigit(c) || c == '-') {
            notes.misread(
                    "number-in-path",
                    dot,
                    at,
                    "a name that starts with a digit is no part of a path: the dot is read as an operator that never"
                            + " holds; write \\"
                            + name);
        } else if (isKeyword(dot + 1)) {
            notes.misread(
                    "keyword-in-path",
                    dot,
                    at,
                    "`" + name
                            + "` is a keyword and no part of a path: the dot is read as an operator that never holds;"
                            + " write \\"
                            + name);
        }
        return true;
    }

    private boolean isKeyword(int from) {
        String name = text.substring(from, at);
        boolean terminated = at == text.length() || MarkScanner.isTerminator(text.charAt(at));
        return terminated && (name.equals("and") || name.equals("or") || name.equals("null"));
    }

    private boolean bracket() {
        int close = text.indexOf(']', at);
        if (close < 0 || close - at > MAX_BRACKET) {
            return false;
        }
        String inside = text.substring(at + 1, close).strip();
        int last = inside.length() - 1;
        boolean quoted = last > 0
                && (inside.charAt(0) == '"' || inside.charAt(0) == '\'')
                && inside.charAt(last) == inside.charAt(0);
        String name = quoted ? inside.substring(1, last) : inside;
        if (name.isEmpty()) {
            return false;
        }
        names.add(name);
        notes.misread(
                "bracket-in-path",
                at,
                close + 1,
                "brackets are no part of a path and make the trigger invalid; write the name after a dot");
        at = close + 1;
        return true;
    }

    private void name() {
        StringBuilder name = new StringBuilder();
        while (at < text.length() && MarkScanner.isNamePart(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                c = text.charAt(++at);
            } else if (c > 127 || c == '$' || c == '@') {
                notes.misread(
                        "unescaped-character",
                        at,
                        at + 1,
                        "a name may hold this character only after a backslash; without it the trigger is invalid");
            }
            name.append(c);
            at++;
        }
        names.add(name.toString());
    }

    /** At the very end the lexer waits for the rest of a keyword and loses what it has (fql-eos-lost-chars-1-a). */
    private void noteCutOff(Mark word) {
        if (at < text.length()) {
            return;
        }
        String last = text.substring(Math.max(start, text.lastIndexOf('.') + 1));
        String keyword = switch (last.isEmpty() ? ' ' : last.charAt(0)) {
            case 'a' -> "and";
            case 'o' -> "or";
            case 'n' -> "null";
            default -> "";
        };
        if (last.length() > 1 && last.length() < keyword.length()) {
            notes.misread(
                    "cut-off-word",
                    word.start(),
                    word.end(),
                    "at the very end of a trigger `" + last + "` could become `" + keyword + "` and is read as `"
                            + last.charAt(0) + "`; quote it");
        }
    }
}

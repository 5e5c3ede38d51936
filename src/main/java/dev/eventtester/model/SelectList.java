package dev.eventtester.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the names of the columns off a plain query: {@code select a, t.b, f(x) as c from …}. What is not certain (a
 * star, an expression without a name, a query that begins otherwise) is left unread rather than guessed.
 */
final class SelectList {

    /** What is in parentheses, a text or any other sign: it names nothing. */
    private static final String OTHER = "";

    private static final Set<String> NO_NAMES = Set.of("null", "true", "false", "select", "as", "from");

    private final String query;
    private final List<String> names = new ArrayList<>();
    private final List<Token> item = new ArrayList<>();
    private int at;
    private boolean certain = true;

    /**
     * One sign of a query.
     *
     * @param text a name or a word, a dot, or nothing
     * @param quoted whether it is a name because quotes say so
     */
    private record Token(String text, boolean quoted) {

        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }

        boolean isName() {
            return quoted ? !text.isBlank() : (isWord() && NO_NAMES.stream().noneMatch(this::is));
        }

        boolean isWord() {
            return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_');
        }
    }

    private SelectList(String query) {
        this.query = query;
    }

    /** The names in order; empty if the query does not tell all of them. */
    static Optional<List<String>> of(String query) {
        SelectList list = new SelectList(query);
        boolean read = list.next().is("select") && list.read();
        return read && list.certain ? Optional.of(List.copyOf(list.names)) : Optional.empty();
    }

    private boolean read() {
        Token token = next();
        if (token.is("distinct") || token.is("all")) {
            token = next();
        }
        while (at <= query.length() && !token.is("from") && !token.is(";")) {
            if (token.is(",")) {
                endItem();
            } else {
                item.add(token);
            }
            token = next();
        }
        endItem();
        return names.size() == names.stream().distinct().count();
    }

    private void endItem() {
        int last = item.size() - 1;
        boolean named =
                last >= 2 && item.get(last - 1).is("as") && item.stream().noneMatch(part -> part.is("select"));
        certain &= (named || isReference()) && item.get(last).isName();
        if (certain) {
            names.add(item.get(last).text());
        }
        item.clear();
    }

    /** A column's own name, behind those of its table and schema or not. */
    private boolean isReference() {
        for (int i = 0; i < item.size(); i++) {
            if (i % 2 == 0 ? !item.get(i).isName() : !item.get(i).is(".")) {
                return false;
            }
        }
        return item.size() % 2 == 1;
    }

    /** The next sign; behind the last one an uncertain place past the end. */
    private Token next() {
        skipBlanks();
        if (at >= query.length()) {
            at = query.length() + 1;
            return new Token(OTHER, false);
        }
        char c = query.charAt(at);
        if (c == '"' || c == '`') {
            return quoted(c);
        }
        if (c == '\'') {
            quoted(c);
            return new Token(OTHER, false);
        }
        if (c == '(' || c == '[' || c == '{') {
            skipGroup();
            return new Token(OTHER, false);
        }
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' ? word() : sign(c);
    }

    private Token sign(char c) {
        at++;
        return new Token(c == '.' || c == ',' || c == ';' ? Character.toString(c) : OTHER, false);
    }

    private Token word() {
        int start = at;
        while (at < query.length()
                && (Character.isLetterOrDigit(query.charAt(at)) || "_$".indexOf(query.charAt(at)) >= 0)) {
            at++;
        }
        // dollars may begin a text in which commas mean nothing
        certain &= query.charAt(start) != '$';
        return new Token(query.substring(start, at), false);
    }

    /** A quote that is doubled is a part of the text; other ways to escape one depend on the warehouse. */
    private Token quoted(char quote) {
        StringBuilder text = new StringBuilder();
        for (at++; at < query.length(); at++) {
            char c = query.charAt(at);
            if (c == quote) {
                at++;
                if (at >= query.length() || query.charAt(at) != quote) {
                    return new Token(text.toString(), true);
                }
            }
            certain &= c != '\\';
            text.append(c);
        }
        certain = false;
        return new Token(OTHER, false);
    }

    private void skipGroup() {
        int depth = 0;
        while (at < query.length()) {
            char c = query.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                quoted(c);
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                at++;
            }
            if (depth == 0) {
                return;
            }
            skipBlanks();
        }
        certain = false;
    }

    /** Comments are blanks. */
    private void skipBlanks() {
        while (at < query.length()) {
            if (Character.isWhitespace(query.charAt(at))) {
                at++;
            } else if (query.startsWith("--", at)) {
                at = after("\n");
            } else if (query.startsWith("/*", at)) {
                at = after("*/");
            } else {
                return;
            }
        }
    }

    private int after(String end) {
        int found = query.indexOf(end, at + 2);
        return found < 0 ? query.length() : found + end.length();
    }
}

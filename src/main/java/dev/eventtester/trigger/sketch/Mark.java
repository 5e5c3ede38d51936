package dev.eventtester.trigger.sketch;

import java.util.List;

/**
 * A piece of a trigger's text as its author sees it.
 *
 * @param text  the word with its dots, the content of a literal, the operator as written
 * @param names the names that a word consists of; empty for everything else
 */
record Mark(Kind kind, String text, List<String> names, int start, int end) {

    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        OPERATOR,
        OPEN,
        CLOSE,
        LIST_OPEN,
        LIST_CLOSE,
        COMMA,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether this is a word of one name that reads so in any case. */
    boolean says(String word) {
        return kind == Kind.WORD && names.size() == 1 && text.equalsIgnoreCase(word);
    }

    boolean isAnd() {
        return says("and") || (kind == Kind.OPERATOR && (text.equals("&&") || text.equals("&")));
    }

    boolean isOr() {
        return says("or") || (kind == Kind.OPERATOR && (text.equals("||") || text.equals("|")));
    }

    boolean isNot() {
        return says("not") || (kind == Kind.OPERATOR && text.equals("!"));
    }
}

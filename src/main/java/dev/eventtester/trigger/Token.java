package dev.eventtester.trigger;

/**
 * A piece of a trigger's text.
 *
 * @param text  an identifier without its escapes, a string with its quotes, everything else as written
 * @param start offset of the first character
 * @param end   offset after the last character
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        IDENTIFIER,
        DOT,
        OPERATOR,
        CONDITIONAL,
        STRING,
        NUMBER,
        NULL,
        OPEN,
        CLOSE,
        PUNCTUATION,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isDoubleQuoted() {
        return kind == Kind.STRING && text.charAt(0) == '"';
    }

    boolean isSingleQuoted() {
        return kind == Kind.STRING && text.charAt(0) == '\'';
    }

    boolean isFunction() {
        return kind == Kind.IDENTIFIER && (text.equals("contains") || text.equals("match"));
    }
}

package dev.eventtester.liquid;

import dev.eventtester.liquid.value.Chars;
import dev.eventtester.liquid.value.LiquidException;
import dev.eventtester.liquid.value.Place;
import dev.eventtester.liquid.value.Reader;

/**
 * A piece of a template: plain text, an output or a tag. Its content is what lies between the delimiters, trimmed;
 * for a tag it starts behind the name.
 */
record Token(
        Kind kind,
        String source,
        int begin,
        int end,
        int contentBegin,
        int contentEnd,
        boolean trimsBefore,
        boolean trimsAfter,
        String name) {

    enum Kind {
        TEXT,
        OUTPUT,
        TAG
    }

    static Token text(String source, int begin, int end) {
        return new Token(Kind.TEXT, source, begin, end, begin, end, false, false, "");
    }

    static Token output(String source, int begin, int end) {
        return delimited(Kind.OUTPUT, source, begin, end, 2);
    }

    static Token tag(String source, int begin, int end) {
        return delimited(Kind.TAG, source, begin, end, 2).named();
    }

    /** A tag on a line of its own inside a {@code liquid} tag. */
    static Token line(String source, int begin, int end) {
        return delimited(Kind.TAG, source, begin, end, 0).named();
    }

    private static Token delimited(Kind kind, String source, int begin, int end, int delimiter) {
        int from = begin + delimiter;
        int to = end - delimiter;
        boolean before = source.startsWith("-", from);
        boolean after = source.startsWith("-", to - 1);
        int l = before ? from + 1 : from;
        int r = after ? to - 1 : to;
        while (l < r && Chars.isBlank(source.charAt(l))) {
            l++;
        }
        while (r > l && Chars.isBlank(source.charAt(r - 1))) {
            r--;
        }
        // The lines of a liquid tag strip their dashes, too, but there is no text around them.
        return new Token(kind, source, begin, end, l, Math.max(l, r), before, after, "");
    }

    private Token named() {
        Reader reader = new Reader(source, contentBegin, contentEnd);
        reader.skipBlanks();
        String tag = reader.skip('#') ? "#" : reader.name();
        if (tag.isEmpty()) {
            throw error("a tag name is expected in " + raw());
        }
        reader.skipBlanks();
        return new Token(kind, source, begin, end, reader.position(), contentEnd, trimsBefore, trimsAfter, tag);
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isTag(String tag) {
        return kind == Kind.TAG && name.equals(tag);
    }

    /** The content without the blanks at its beginning. */
    Token trimmedBefore() {
        int from = contentBegin;
        while (from < contentEnd && Chars.isBlank(source.charAt(from))) {
            from++;
        }
        return new Token(kind, source, begin, end, from, contentEnd, trimsBefore, trimsAfter, name);
    }

    /** The content without the blanks at its end. */
    Token trimmedAfter() {
        int to = contentEnd;
        while (to > contentBegin && Chars.isBlank(source.charAt(to - 1))) {
            to--;
        }
        return new Token(kind, source, begin, end, contentBegin, to, trimsBefore, trimsAfter, name);
    }

    String content() {
        return source.substring(contentBegin, contentEnd);
    }

    /** The piece as it was written, delimiters and blanks included. */
    String raw() {
        return source.substring(begin, end);
    }

    Reader reader() {
        return new Reader(source, contentBegin, contentEnd);
    }

    LiquidException error(String message) {
        return new LiquidException(message).at(new Place(source, begin));
    }
}

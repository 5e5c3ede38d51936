package dev.eventtester.filter.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A piece of a condition.
 *
 * @param kind what it is
 * @param text a sign or a word as it is written; empty for a value and for the end
 * @param value of a literal, else null
 * @param path the members that a word names, one after the other, else empty
 * @param at where it starts, from 0
 */
record Token(Kind kind, String text, JsonNode value, List<String> path, int at) {

    enum Kind {
        SIGN,
        WORD,
        VALUE,
        END
    }

    boolean is(String wanted) {
        return value == null && text.equals(wanted);
    }
}

package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.util.BitSet;
import java.util.Map;
import java.util.function.IntPredicate;

/** Filters that take blanks or chosen characters away. */
final class TrimFilters {

    static final Map<String, Filter> BY_NAME = Map.of(
            "strip", call -> trim(call, true, true),
            "lstrip", call -> trim(call, true, false),
            "rstrip", call -> trim(call, false, true),
            "strip_newlines",
                    call -> call.answer(call.text().replace("\r\n", "").replace("\n", "")),
            "normalize_whitespace", call -> call.answer(oneSpace(call.text())));

    private TrimFilters() {}

    private static JsonNode trim(Invocation call, boolean atStart, boolean atEnd) {
        String text = call.text();
        IntPredicate stripped = stripped(call);
        int from = 0;
        int to = text.length();
        while (atStart && from < to && stripped.test(text.charAt(from))) {
            from++;
        }
        while (atEnd && to > from && stripped.test(text.charAt(to - 1))) {
            to--;
        }
        return call.answer(text.substring(from, to));
    }

    private static IntPredicate stripped(Invocation call) {
        if (!JsType.isTruthy(call.argument(0))) {
            return c -> JsText.isWhitespace((char) c);
        }
        // Characters are compared one UTF-16 unit at a time, so that pairs never match.
        BitSet chosen = new BitSet();
        call.text(0).codePoints().filter(Character::isBmpCodePoint).forEach(chosen::set);
        return chosen::get;
    }

    private static String oneSpace(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!JsText.isWhitespace(c)) {
                normal.append(c);
                blank = false;
            } else if (!blank) {
                normal.append(' ');
                blank = true;
            }
        }
        return normal.toString();
    }
}

package dev.eventtester.filter.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.filter.condition.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a condition into tokens, one at a time. Not thread-safe. */
final class ConditionLexer {

    private static final String TWO_SIGNS = "== != >= <=";
    private static final String ONE_SIGN = "=><!()[],";

    /** More digits than a number ever needs, and few enough that comparing two stays cheap. */
    private static final int LONGEST_NUMBER = 40;

    private static final int LARGEST_EXPONENT = 400;

    private static final Map<String, JsonNode> CONSTANTS =
            Map.of("true", BooleanNode.TRUE, "false", BooleanNode.FALSE, "null", NullNode.instance);

    private final String text;
    private int at;

    ConditionLexer(String text) {
        this.text = text;
    }

    Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Kind.END, "", null, List.of(), at);
        }
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return string(c);
        }
        if (isDigit(c) || (c == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number();
        }
        return isPathCharacter(c) || c == '\\' ? word() : sign();
    }

    private Token sign() {
        int start = at;
        String two = text.substring(at, Math.min(text.length(), at + 2));
        if (two.length() == 2 && two.charAt(1) == '=' && TWO_SIGNS.contains(two)) {
            at += 2;
            return new Token(Kind.SIGN, two.equals("==") ? "=" : two, null, List.of(), start);
        }
        if (ONE_SIGN.indexOf(text.charAt(at)) < 0) {
            throw unexpected(at, "\"" + text.charAt(at) + "\" is not expected");
        }
        at++;
        return new Token(Kind.SIGN, two.substring(0, 1), null, List.of(), start);
    }

    private Token string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                unescape(value, quote);
            } else {
                value.append(text.charAt(at++));
            }
        }
        if (at == text.length()) {
            throw unexpected(start, "the text is not closed");
        }
        at++;
        return new Token(Kind.VALUE, "", TextNode.valueOf(value.toString()), List.of(), start);
    }

    /** Only the quote and the backslash itself are escaped; every other backslash stays, as patterns need it. */
    private void unescape(StringBuilder value, char quote) {
        char escaped = text.charAt(at + 1);
        if (escaped != quote && escaped != '\\') {
            value.append('\\');
        }
        value.append(escaped);
        at += 2;
    }

    private Token number() {
        int start = at++;
        while (at < text.length() && (isPathCharacter(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            BigDecimal value = new BigDecimal(digits);
            if (digits.length() <= LONGEST_NUMBER && Math.abs(value.scale()) <= LARGEST_EXPONENT) {
                return new Token(Kind.VALUE, "", DecimalNode.valueOf(value), List.of(), start);
            }
        } catch (NumberFormatException e) {
            // the same fault
        }
        throw unexpected(start, "\"" + digits + "\" is not a number");
    }

    private Token word() {
        int start = at;
        List<String> path = new ArrayList<>();
        StringBuilder member = new StringBuilder();
        while (at < text.length() && (isPathCharacter(text.charAt(at)) || "\\.".indexOf(text.charAt(at)) >= 0)) {
            char c = text.charAt(at++);
            if (c == '.') {
                path.add(member.toString());
                member.setLength(0);
            } else {
                member.append(c == '\\' ? escaped() : c);
            }
        }
        path.add(member.toString());
        String word = text.substring(start, at);
        JsonNode constant = CONSTANTS.get(word);
        return constant == null
                ? new Token(Kind.WORD, word, null, List.copyOf(path), start)
                : new Token(Kind.VALUE, "", constant, List.of(), start);
    }

    private char escaped() {
        if (at == text.length()) {
            throw unexpected(at, "something must follow the backslash");
        }
        return text.charAt(at++);
    }

    static InvalidConditionException unexpected(int at, String what) {
        return new InvalidConditionException(what + " at character " + (at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPathCharacter(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    }
}

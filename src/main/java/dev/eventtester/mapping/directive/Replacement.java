package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsText;
import java.util.Locale;

/**
 * {@code @replace}. Options are kept as written, because wrong ones are judged only against a value.
 *
 * @param value null when the mapping gives none that counts
 */
public record Replacement(
        JsonNode pattern,
        JsonNode replacement,
        JsonNode pattern2,
        JsonNode replacement2,
        JsonNode ignoreCase,
        JsonNode global,
        Expression value)
        implements Expression {

    public static final int MAX_LENGTH = 10;

    @Override
    public JsonNode evaluate(JsonNode event, Evaluation run) {
        if (value == null) {
            run.absent(() -> "@replace has no value");
            return MissingNode.getInstance();
        }
        JsonNode original = value.evaluate(event, run);
        String text = original.isNumber() || original.isBoolean() ? JsText.of(original) : original.textValue();
        if (text == null || !isUsable()) {
            return TextNode.valueOf("");
        }
        check(pattern, replacement);
        run.budget.spend(1);
        String replaced = replace(text, pattern.textValue(), replacement.textValue(), run.budget);
        if (pattern2.isTextual() && !pattern2.textValue().isEmpty() && replacement2.isTextual()) {
            check(pattern2, replacement2);
            replaced = replace(replaced, pattern2.textValue(), replacement2.textValue(), run.budget);
        }
        return TextNode.valueOf(replaced);
    }

    private boolean isUsable() {
        return pattern.isTextual() && replacement.isTextual() && ignoreCase.isBoolean() && global.isBoolean();
    }

    private static void check(JsonNode pattern, JsonNode replacement) {
        if (pattern.textValue().length() > MAX_LENGTH) {
            throw new DirectiveException("@replace requires a \"pattern\" less than 10 characters");
        }
        if (replacement.textValue().length() > MAX_LENGTH) {
            throw new DirectiveException("@replace requires a \"replacement\" less than 10 characters");
        }
    }

    private String replace(String text, String wanted, String by, Budget budget) {
        budget.spendText(ignoreCase.booleanValue() ? text.length() * wanted.length() : text.length());
        StringBuilder replaced = null;
        int done = 0;
        for (int at = find(text, wanted, 0); at >= 0; at = find(text, wanted, done)) {
            if (replaced == null) {
                replaced = new StringBuilder(text.length() + 16);
            }
            int before = replaced.length();
            replaced.append(text, done, at);
            done = at + wanted.length();
            insert(by, text, at, done, replaced, budget);
            budget.spend(1);
            budget.spendText(replaced.length() - before);
            if (!global.booleanValue()) {
                break;
            }
        }
        return replaced == null
                ? text
                : replaced.append(text, done, text.length()).toString();
    }

    /** The replacement's own patterns: the match, a dollar, what is before and what is after (map-replace-dollar-a). */
    private static void insert(String by, String text, int start, int end, StringBuilder to, Budget budget) {
        for (int i = 0; i < by.length(); i++) {
            char c = by.charAt(i);
            char next = c == '$' && i + 1 < by.length() ? by.charAt(i + 1) : 0;
            int length = to.length();
            switch (next) {
                case '$' -> to.append('$');
                case '&' -> to.append(text, start, end);
                case '`' -> to.append(text, 0, start);
                case '\'' -> to.append(text, end, text.length());
                default -> {
                    to.append(c);
                    continue;
                }
            }
            budget.spendText(to.length() - length);
            i++;
        }
    }

    private int find(String text, String wanted, int from) {
        if (!ignoreCase.booleanValue()) {
            return text.indexOf(wanted, from);
        }
        int last = text.length() - wanted.length();
        for (int at = from; at <= last; at++) {
            if (matches(text, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(String text, int at, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            char a = text.charAt(at + i);
            char b = wanted.charAt(i);
            if (a != b && folded(a) != folded(b)) {
                return false;
            }
        }
        return true;
    }

    /** The upper case of one UTF-16 unit, if it is one unit and does not leave or enter ASCII. */
    private static char folded(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        }
        char upper = Character.toUpperCase(c);
        // Greek letters with an iota below have two capital letters, which the simple mapping does not tell.
        boolean isTwo = c >= '\u1F80'
                && c <= '\u1FFC'
                && String.valueOf(c).toUpperCase(Locale.ROOT).length() > 1;
        return upper < 128 || isTwo ? c : upper;
    }

    @Override
    public String origin() {
        return Expression.origin("@replace of", value == null ? "nothing" : value.origin());
    }
}

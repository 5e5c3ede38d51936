package dev.eventtester.liquid;

import java.util.Set;
import java.util.function.Consumer;

/**
 * The variables that a template seems to read, with what follows them: {@code properties.items[0].name}. Names that it
 * assigns are left out where they are assigned, filters and the names of their arguments everywhere.
 */
public final class TemplateVariables {

    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "contains", "true", "false", "nil", "null", "empty", "blank");
    private static final Set<String> ASSIGNING = Set.of("assign", "capture", "increment", "decrement");

    private final String text;
    private final int end;
    private int at;

    private TemplateVariables(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /**
     * Reads the text without compiling it, so that a template which is not valid has variables, too.
     *
     * @param variables told each variable where it is read, in the order of the text
     */
    public static void find(String template, Consumer<String> variables) {
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
            boolean output = template.startsWith("{{", open);
            if (output || template.startsWith("{%", open)) {
                int close = template.indexOf(output ? "}}" : "%}", open + 2);
                if (close < 0) {
                    return;
                }
                TemplateVariables inside = new TemplateVariables(template, open + 2, close);
                if (!output) {
                    inside.skipTag();
                }
                inside.read(variables);
                open = close;
            }
        }
    }

    private void skipTag() {
        skipToWord();
        if (ASSIGNING.contains(word())) {
            skipToWord();
            word();
        }
    }

    private void read(Consumer<String> variables) {
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                skipQuoted(c);
            } else if (c == '|') {
                skipToWord();
                word();
            } else if (Character.isLetter(c) || c == '_') {
                variable(variables);
            } else if (isWordPart(c)) {
                word();
            } else {
                at++;
            }
        }
    }

    private void variable(Consumer<String> variables) {
        int start = at;
        while (at < end && (isWordPart(text.charAt(at)) || text.charAt(at) == '.' || text.charAt(at) == '[')) {
            if (text.charAt(at) == '[') {
                int close = text.indexOf(']', at);
                at = close < 0 || close > end ? end : close + 1;
            } else {
                at++;
            }
        }
        String name = text.substring(start, at);
        boolean argument = at < end && text.charAt(at) == ':';
        if (!argument && !WORDS.contains(name)) {
            variables.accept(name);
        }
    }

    private void skipToWord() {
        while (at < end && !isWordPart(text.charAt(at))) {
            at++;
        }
    }

    private String word() {
        int start = at;
        while (at < end && isWordPart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipQuoted(char quote) {
        int close = text.indexOf(quote, at + 1);
        at = close < 0 || close > end ? end : close + 1;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}

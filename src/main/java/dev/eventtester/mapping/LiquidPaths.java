package dev.eventtester.mapping;

import dev.eventtester.mapping.directive.EventPath;
import java.util.Set;
import java.util.function.Consumer;

/** The paths that a Liquid template seems to read: its variables, without those that it assigns itself. */
final class LiquidPaths {

    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "contains", "true", "false", "nil", "null", "empty", "blank");
    private static final Set<String> ASSIGNING = Set.of("assign", "capture", "increment", "decrement");

    private final String text;
    private final int end;
    private int at;

    private LiquidPaths(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    static void find(String template, Consumer<EventPath> paths) {
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
            boolean output = template.startsWith("{{", open);
            if (output || template.startsWith("{%", open)) {
                int close = template.indexOf(output ? "}}" : "%}", open + 2);
                if (close < 0) {
                    return;
                }
                LiquidPaths inside = new LiquidPaths(template, open + 2, close);
                if (!output) {
                    inside.skipTag();
                }
                inside.read(paths);
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

    private void read(Consumer<EventPath> paths) {
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                skipQuoted(c);
            } else if (c == '|') {
                skipToWord();
                word();
            } else if (Character.isLetter(c) || c == '_') {
                variable(paths);
            } else if (isWordPart(c)) {
                word();
            } else {
                at++;
            }
        }
    }

    private void variable(Consumer<EventPath> paths) {
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
            paths.accept(EventPath.inTemplate(name));
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

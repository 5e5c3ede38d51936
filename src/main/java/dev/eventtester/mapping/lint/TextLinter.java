package dev.eventtester.mapping.lint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.mapping.directive.Place;
import dev.eventtester.mapping.directive.TemplateText;
import java.util.List;
import java.util.Set;

/** The part of the linter that reads paths, templates and literals. */
final class TextLinter {

    private static final String NAME_IS_TEXT = "event is the name of the event, a text without members, not the event";

    private static final String EVENT = "event.";
    /** What a text has, although it has no members. */
    private static final Set<String> OF_TEXTS = Set.of("length", "size", "first", "last");

    private final Finding.Sink findings;

    TextLinter(Finding.Sink findings) {
        this.findings = findings;
    }

    /** What a text that looks like a path or a template means as a directive; null if it looks like neither. */
    static ObjectNode meant(String text) {
        if (text.startsWith("$.") && text.length() > 2 && text.indexOf(' ') < 0) {
            return JsonNodeFactory.instance.objectNode().put("@path", text);
        }
        boolean placeholders = !TemplateText.parse(text).names().isEmpty();
        boolean liquid = text.contains("{%") || (placeholders && text.contains("|"));
        if (liquid || placeholders) {
            return JsonNodeFactory.instance.objectNode().put(liquid ? "@liquid" : "@template", text);
        }
        return null;
    }

    void literal(String text, Place at) {
        ObjectNode meant = meant(text);
        if (meant != null) {
            String what = "a text is taken as it is: nothing of the event is put in";
            findings.add(at, "literal-looks-like-directive", what, meant);
        }
    }

    void path(String text, Place at) {
        if (!TemplateText.parse(text).names().isEmpty()) {
            ObjectNode made = JsonNodeFactory.instance.objectNode().put("@template", text);
            findings.add(at, "path-with-template", "@path puts nothing in: the braces are part of the key", made);
            return;
        }
        if (text.equals("$") || text.startsWith("$[")) {
            TextNode rewrite = TextNode.valueOf(text.equals("$") ? "$." : text.substring(1));
            findings.add(at, "path-dollar-is-key", "only $. stands for the event; this $ is a key named $", rewrite);
        } else if (text.indexOf("$.") > 0) {
            String what = "$. is dropped from the middle of the path, which joins what is before and after it";
            findings.add(at, "path-dollar-inside", what, null);
        }
        brackets(text, at);
        String rest = text.startsWith("$.") ? text.substring(2) : text;
        if (isPrefix(EVENT, rest, 0)) {
            TextNode rewrite = TextNode.valueOf("$." + rest.substring(EVENT.length()));
            findings.add(at, "path-event-prefix", NAME_IS_TEXT, rewrite);
        }
    }

    private void brackets(String text, Place at) {
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
            int close = text.indexOf(']', open);
            if (close < 0) {
                return;
            }
            String inner = text.substring(open + 1, close);
            boolean quoted = inner.startsWith("'") || inner.startsWith("\"");
            if (quoted && inner.indexOf('.') >= 0) {
                String what = "a dot separates keys even in quotes, so a key with a dot is out of reach";
                findings.add(at, "path-dot-in-quotes", what, null);
                return;
            }
            if (!quoted && !isIndex(inner)) {
                boolean name = !inner.isEmpty() && inner.chars().allMatch(Character::isLetterOrDigit);
                String rewrite = text.substring(0, open) + (open > 0 ? "." : "") + inner + text.substring(close + 1);
                String what = "brackets separate only indexes and quoted keys; this is part of one key";
                findings.add(at, "path-bracket-in-key", what, name ? TextNode.valueOf(rewrite) : null);
                return;
            }
        }
    }

    private static boolean isIndex(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    void template(String text, Place at) {
        List<String> names = TemplateText.parse(text).names();
        if (text.contains("{%") || names.stream().anyMatch(name -> name.indexOf('|') >= 0)) {
            ObjectNode liquid = JsonNodeFactory.instance.objectNode().put("@liquid", text);
            String what = "@template knows paths only: tags stay as they are and a filter makes the name a missing one";
            findings.add(at.parent(), "template-with-liquid", what, liquid);
            return;
        }
        if (text.contains("{{{")) {
            String what = "what triple braces put in is expanded once more, so the event can put in other values";
            String doubles = text.replace("{{{", "{{").replace("}}}", "}}");
            findings.add(at, "template-expands-twice", what, TextNode.valueOf(doubles));
        }
        if (names.contains("") || names.contains(".")) {
            String what = "an empty name is the whole event, which becomes the text [object Object]";
            findings.add(at, "template-whole-event", what, null);
        }
        String dollar = "templates do not drop $. as @path does: the name is always missing";
        without("$.", text, at, "template-dollar", dollar);
        without(EVENT, text, at, "template-event-prefix", NAME_IS_TEXT);
    }

    void liquid(String text, Place at) {
        without("$.", text, at, "liquid-dollar", "a name cannot begin with a dollar: the template fails");
        without(EVENT, text, at, "liquid-event-prefix", NAME_IS_TEXT);
    }

    /** Adds a finding if names between braces begin with a prefix; the rewrite drops it. */
    private void without(String prefix, String text, Place at, String code, String consequence) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean inside = false;
        char quote = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean opens = text.startsWith("{{", i) || text.startsWith("{%", i);
            inside = opens || (inside && (quote != 0 || c != '}'));
            if (inside && (c == '\'' || c == '"')) {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            if (inside && quote == 0 && isPrefix(prefix, text, i)) {
                i += prefix.length();
                continue;
            }
            kept.append(c);
            i++;
        }
        if (kept.length() < text.length()) {
            findings.add(at, code, consequence, TextNode.valueOf(kept.toString()));
        }
    }

    private static boolean isPrefix(String prefix, String text, int at) {
        int end = at + prefix.length();
        return text.startsWith(prefix, at)
                && !(at > 0 && isNamePart(text.charAt(at - 1)))
                && end < text.length()
                && Character.isLetter(text.charAt(end))
                && !(prefix.equals(EVENT) && OF_TEXTS.contains(word(text, end)));
    }

    private static String word(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
    }
}

package dev.eventtester.actions.declared;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.trigger.Trigger;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code when} of a declared request: a trigger on the event that also knows {@code payload.…}, {@code
 * settings.…} and {@code answers.<name>.…}. Immutable and thread-safe.
 */
public final class Condition {

    private static final String PREFIX = "context._scope.";
    private static final List<String> ROOTS = List.of("payload.", "settings.", "answers.");

    private final Trigger trigger;

    private Condition(Trigger trigger) {
        this.trigger = trigger;
    }

    /**
     * Compiles a condition.
     *
     * @throws dev.eventtester.trigger.InvalidTriggerException if it is not a valid trigger
     */
    public static Condition parse(String text) {
        return new Condition(Trigger.parse(withScopePaths(text)));
    }

    /** What it reads of payload, settings and answers, such as {@code answers.lookup.status}. */
    public Set<String> scopePaths() {
        return trigger.paths().stream()
                .filter(path -> path.startsWith(PREFIX))
                .map(path -> path.substring(PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean holds(Scope scope) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        if (scope.input().event().isObject()) {
            view.setAll((ObjectNode) scope.input().event());
        }
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        if (view.path("context").isObject()) {
            context.setAll((ObjectNode) view.get("context"));
        }
        context.set("_scope", scope.root());
        view.set("context", context);
        return trigger.matches(view);
    }

    // Triggers know the event only, so paths into the scope are moved under its context, outside of quoted texts.
    private static String withScopePaths(String text) {
        StringBuilder moved = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, end);
                end = close < 0 ? text.length() : close + 1;
            } else if (isPathPart(c)) {
                while (end < text.length() && isPathPart(text.charAt(end))) {
                    end++;
                }
                moved.append(isScopePath(text, i) ? PREFIX : "");
            }
            moved.append(text, i, end);
            i = end;
        }
        return moved.toString();
    }

    private static boolean isScopePath(String text, int at) {
        return ROOTS.stream().anyMatch(root -> text.startsWith(root, at));
    }

    private static boolean isPathPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '\\';
    }
}

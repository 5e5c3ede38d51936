package dev.eventtester.sample;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the variables that a liquid template reads. */
final class LiquidPaths {

    private static final Set<String> ROOTS = Set.of(
            "properties",
            "traits",
            "context",
            "integrations",
            "userId",
            "anonymousId",
            "messageId",
            "timestamp",
            "receivedAt",
            "sentAt",
            "originalTimestamp",
            "event",
            "name",
            "groupId",
            "previousId");

    private LiquidPaths() {}

    /** The paths of members of the event, in the order of the template. */
    static Set<String> in(String template) {
        Set<String> paths = new LinkedHashSet<>();
        int open = open(template, 0);
        while (open >= 0) {
            String end = template.charAt(open + 1) == '{' ? "}}" : "%}";
            int close = template.indexOf(end, open + 2);
            int stop = close < 0 ? template.length() : close;
            scan(template, open + 2, stop, paths);
            open = open(template, stop);
        }
        return paths;
    }

    private static int open(String template, int from) {
        for (int i = Math.max(from, 0); i + 1 < template.length(); i++) {
            if (template.charAt(i) == '{' && (template.charAt(i + 1) == '{' || template.charAt(i + 1) == '%')) {
                return i;
            }
        }
        return -1;
    }

    private static void scan(String template, int from, int to, Set<String> paths) {
        int at = from;
        while (at < to) {
            char c = template.charAt(at);
            if (c == '"' || c == '\'') {
                int end = template.indexOf(c, at + 1);
                at = end < 0 ? to : end + 1;
            } else if (isWord(c)) {
                int end = at;
                while (end < to && isPath(template.charAt(end))) {
                    end++;
                }
                String path = template.substring(at, end);
                List<String> names = Places.split(path);
                if (!names.isEmpty() && ROOTS.contains(names.get(0))) {
                    paths.add(path);
                }
                at = end;
            } else {
                at++;
            }
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static boolean isPath(char c) {
        return isWord(c) || c == '.' || c == '-' || c == '[' || c == ']' || c == '"' || c == '\'';
    }
}

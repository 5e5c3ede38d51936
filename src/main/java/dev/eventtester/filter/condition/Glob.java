package dev.eventtester.filter.condition;

/**
 * Patterns of the filter language: a star for any characters, a question mark for one, a list or range in brackets for
 * one of some, a backslash before a character that means itself. A pattern matches a whole text.
 */
final class Glob {

    /** What is longer matches nothing, so that no event makes a pattern slow. */
    private static final int LONGEST_TEXT = 8_192;

    private static final int LONGEST_PATTERN = 1_024;

    private final String pattern;
    private final String text;

    /** After one element of the pattern was compared: where the next one starts. */
    private int next;

    private Glob(String text, String pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static boolean matches(String text, String pattern) {
        return text.length() <= LONGEST_TEXT
                && pattern.length() <= LONGEST_PATTERN
                && new Glob(text, pattern).matches();
    }

    /** Going back to the last star only is enough, so that the time is at most the product of both lengths. */
    private boolean matches() {
        int at = 0;
        int element = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            if (element < pattern.length() && pattern.charAt(element) == '*') {
                star = element++;
                retry = at;
            } else if (element < pattern.length() && matchesOne(element, text.charAt(at))) {
                at++;
                element = next;
            } else if (star >= 0) {
                at = ++retry;
                element = star + 1;
            } else {
                return false;
            }
        }
        while (element < pattern.length() && pattern.charAt(element) == '*') {
            element++;
        }
        return element == pattern.length();
    }

    private boolean matchesOne(int element, char c) {
        char wanted = pattern.charAt(element);
        next = element + 1;
        if (wanted == '?') {
            return true;
        }
        if (wanted == '\\' && element + 1 < pattern.length()) {
            next = element + 2;
            return pattern.charAt(element + 1) == c;
        }
        int end = wanted == '[' ? pattern.indexOf(']', element + 1) : -1;
        if (end > 0) {
            next = end + 1;
            return isListed(element + 1, end, c);
        }
        return wanted == c;
    }

    private boolean isListed(int from, int end, char c) {
        for (int i = from; i < end; i++) {
            boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
            char last = range ? pattern.charAt(i + 2) : pattern.charAt(i);
            if (pattern.charAt(i) <= c && c <= last) {
                return true;
            }
            i += range ? 2 : 0;
        }
        return false;
    }
}

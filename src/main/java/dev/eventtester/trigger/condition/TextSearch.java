package dev.eventtester.trigger.condition;

/** Finds a text inside another in linear time, however repetitive both are. */
final class TextSearch {

    /** Up to this length the platform's own search is fast even where everything repeats. */
    private static final int SHORT_WANTED = 12;

    private static final int SHORT_TEXT = 256;

    private final String wanted;
    private final char[] pattern;
    private final int[] borders;

    TextSearch(String wanted) {
        boolean isShort = wanted.length() <= SHORT_WANTED;
        this.wanted = wanted;
        this.pattern = isShort ? null : wanted.toCharArray();
        this.borders = isShort ? null : borders(pattern);
    }

    /** For each prefix, the length of its longest proper prefix that is also its suffix. */
    private static int[] borders(char[] pattern) {
        int[] borders = new int[pattern.length];
        int border = 0;
        for (int i = 1; i < pattern.length; i++) {
            while (border > 0 && pattern[i] != pattern[border]) {
                border = borders[border - 1];
            }
            if (pattern[i] == pattern[border]) {
                border++;
            }
            borders[i] = border;
        }
        return borders;
    }

    boolean isIn(String text) {
        return pattern == null || text.length() <= SHORT_TEXT ? text.contains(wanted) : search(text.toCharArray());
    }

    private boolean search(char[] text) {
        int matched = 0;
        for (char c : text) {
            while (matched > 0 && c != pattern[matched]) {
                matched = borders[matched - 1];
            }
            if (c == pattern[matched] && ++matched == pattern.length) {
                return true;
            }
        }
        return false;
    }
}

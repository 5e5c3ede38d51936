package dev.eventtester.trigger;

/** Finds a text inside another in linear time, however repetitive both are. */
final class TextSearch {

    private static final int SHORT = 8;

    private final String wanted;
    private final int[] borders;

    TextSearch(String wanted) {
        this.wanted = wanted;
        this.borders = wanted.length() <= SHORT ? null : borders(wanted);
    }

    /** For each prefix, the length of its longest proper prefix that is also its suffix. */
    private static int[] borders(String wanted) {
        int[] borders = new int[wanted.length()];
        int border = 0;
        for (int i = 1; i < wanted.length(); i++) {
            while (border > 0 && wanted.charAt(i) != wanted.charAt(border)) {
                border = borders[border - 1];
            }
            if (wanted.charAt(i) == wanted.charAt(border)) {
                border++;
            }
            borders[i] = border;
        }
        return borders;
    }

    boolean isIn(String text) {
        return borders == null || text.length() < 256 ? text.contains(wanted) : search(text);
    }

    private boolean search(String text) {
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            while (matched > 0 && c != wanted.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (c == wanted.charAt(matched) && ++matched == wanted.length()) {
                return true;
            }
        }
        return false;
    }
}

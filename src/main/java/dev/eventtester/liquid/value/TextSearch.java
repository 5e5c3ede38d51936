package dev.eventtester.liquid.value;

/** Finds a text inside another, with its work counted: where both repeat it grows with the product of their lengths. */
public final class TextSearch {

    /** Up to this length the platform's own search is quick, whatever the texts. */
    private static final int SHORT = 8;

    private static final int COMPARED_PER_UNIT = 8;

    private TextSearch() {}

    /** {@code text.indexOf(wanted, from)}. */
    public static int first(String text, String wanted, int from, Budget budget) {
        if (wanted.length() <= SHORT) {
            return text.indexOf(wanted, from);
        }
        String start = wanted.substring(0, SHORT);
        int at = text.indexOf(start, from);
        while (at >= 0 && !isAt(text, wanted, at, budget)) {
            at = text.indexOf(start, at + 1);
        }
        return at;
    }

    /** {@code text.lastIndexOf(wanted)}. */
    public static int last(String text, String wanted, Budget budget) {
        if (wanted.length() <= SHORT) {
            return text.lastIndexOf(wanted);
        }
        String start = wanted.substring(0, SHORT);
        int at = text.lastIndexOf(start);
        while (at >= 0 && !isAt(text, wanted, at, budget)) {
            at = text.lastIndexOf(start, at - 1);
        }
        return at;
    }

    private static boolean isAt(String text, String wanted, int at, Budget budget) {
        budget.work(1 + wanted.length() / COMPARED_PER_UNIT);
        return text.startsWith(wanted, at);
    }
}

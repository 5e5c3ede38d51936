package dev.eventtester.liquid;

import java.util.Locale;

/**
 * Small letters as JavaScript makes them. Java decides by words whether a capital sigma ends one, JavaScript by the letters
 * around it.
 */
final class LowerCase {

    private static final char SIGMA = 'Σ';
    private static final String IGNORED_MARKS = "'.:^`\u00A8\u00AD\u00AF\u00B4\u00B7\u00B8\u0387\u055F\u05F4\u2018\u2019"
            + "\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private LowerCase() {}

    static String of(String text) {
        int sigma = text.indexOf(SIGMA);
        if (sigma < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder marked = new StringBuilder(text);
        for (; sigma >= 0; sigma = text.indexOf(SIGMA, sigma + 1)) {
            boolean ends = followsLetter(text, sigma) && !precedesLetter(text, sigma + 1);
            marked.setCharAt(sigma, ends ? 'ς' : 'σ');
        }
        return marked.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean followsLetter(String text, int end) {
        int i = end;
        while (i > 0) {
            int c = text.codePointBefore(i);
            if (!isIgnored(c)) {
                return isCased(c);
            }
            i -= Character.charCount(c);
        }
        return false;
    }

    private static boolean precedesLetter(String text, int begin) {
        int i = begin;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isIgnored(c)) {
                return isCased(c);
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static boolean isCased(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    private static boolean isIgnored(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> IGNORED_MARKS.indexOf(c) >= 0;
        };
    }
}

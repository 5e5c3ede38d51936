package dev.eventtester.liquid.text;

import dev.eventtester.json.JsText;
import java.util.function.IntPredicate;

/** Texts for addresses: runs of characters that a mode does not keep become one dash each. */
public final class Slug {

    private static final String PRETTY = "._~!$&'()+,;=@";

    private Slug() {}

    /** The slug of a text in a mode; an unknown mode keeps everything. */
    public static String of(String text, String mode) {
        return switch (mode) {
            case "default" -> dashed(text, Slug::isLetterOrDigit);
            case "latin" -> dashed(withoutAccents(text), Slug::isLetterOrDigit);
            case "pretty" -> dashed(text, c -> isLetterOrDigit(c) || PRETTY.indexOf(c) >= 0);
            case "ascii" -> dashed(text, c -> c < 128 && Character.isLetterOrDigit(c));
            case "raw" -> dashed(text, c -> c > 0xFFFF || !JsText.isWhitespace((char) c));
            default -> text;
        };
    }

    private static String dashed(String text, IntPredicate kept) {
        StringBuilder slug = new StringBuilder(text.length());
        boolean inRun = false;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (kept.test(c)) {
                slug.appendCodePoint(c);
                inRun = false;
            } else if (!inRun) {
                slug.append('-');
                inRun = true;
            }
        }
        return withoutOuterDashes(slug.toString());
    }

    private static String withoutOuterDashes(String slug) {
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return slug.substring(from, Math.max(from, to));
    }

    private static boolean isLetterOrDigit(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }

    /** Only the letters that the reference engine knows: small ones, and few capitals. */
    private static String withoutAccents(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(withoutAccent((char) c)));
        return plain.toString();
    }

    private static String withoutAccent(char c) {
        return switch (c) {
            case 'à', 'á', 'â', 'ã', 'ä', 'å' -> "a";
            case 'æ' -> "ae";
            case 'ç' -> "c";
            case 'è', 'é', 'ê', 'ë' -> "e";
            case 'ì', 'í', 'î', 'ï' -> "i";
            case 'ð' -> "d";
            case 'ñ' -> "n";
            case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø' -> "o";
            case 'ù', 'ú', 'û', 'ü' -> "u";
            case 'ý', 'ÿ' -> "y";
            case 'ß' -> "ss";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case 'ẞ' -> "SS";
            case 'Œ' -> "OE";
            case 'Þ' -> "TH";
            default -> String.valueOf(c);
        };
    }
}

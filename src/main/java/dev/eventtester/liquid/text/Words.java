package dev.eventtester.liquid.text;

import dev.eventtester.json.JsText;
import java.util.ArrayList;
import java.util.List;

/** The words of a text. */
public final class Words {

    private Words() {}

    /** The pieces between white space; an empty one before white space at the beginning, and after it at the end. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        int i = 0;
        while (i < text.length()) {
            if (!JsText.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            words.add(text.substring(from, i));
            while (i < text.length() && JsText.isWhitespace(text.charAt(i))) {
                i++;
            }
            from = i;
        }
        words.add(text.substring(from));
        return words;
    }

    /** Counts words; with the mode {@code cjk}, or {@code auto} if there are any, CJK characters count one by one. */
    public static int count(String text, String mode) {
        boolean cjk = mode.equals("cjk") || (mode.equals("auto") && text.chars().anyMatch(Words::isCjk));
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alone = cjk && isCjk(c);
            boolean letter = !alone && !JsText.isWhitespace(c);
            if (alone || (letter && !inWord)) {
                words++;
            }
            inWord = letter;
        }
        return words;
    }

    private static boolean isCjk(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0xAC00 && c <= 0xD7AF);
    }
}

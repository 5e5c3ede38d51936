package dev.eventtester.export;

import dev.eventtester.delivery.secret.Redaction;
import java.util.ArrayList;
import java.util.List;

/** Turns each redacted place of one call into a shell variable of its own. Not thread-safe. */
final class Secrets {

    private final List<String> comments = new ArrayList<>();
    private int numbered;

    /**
     * A text as a word of bash, its redacted places as variables.
     *
     * @param where it stands, for the reader
     */
    String word(String text, String where) {
        if (!text.contains(Redaction.PLACEHOLDER)) {
            return BashWord.quoted(text);
        }
        StringBuilder word = new StringBuilder();
        int from = 0;
        for (int at = next(text, 0); at >= 0; at = next(text, from)) {
            word.append(at == from ? "" : BashWord.quoted(text.substring(from, at)));
            word.append(variable(where));
            from = at + Redaction.PLACEHOLDER.length();
        }
        return word.append(from == text.length() ? "" : BashWord.quoted(text.substring(from)))
                .toString();
    }

    private static int next(String text, int from) {
        return text.indexOf(Redaction.PLACEHOLDER, from);
    }

    /** A new variable, in double quotes. */
    String variable(String where) {
        numbered++;
        return named("SECRET_" + numbered, where);
    }

    /** The variable of this name, in double quotes. */
    String named(String name, String where) {
        comments.add(name + ": " + where);
        return "\"$" + name + "\"";
    }

    /** One line per variable, each with its name and where its value belongs. */
    List<String> comments() {
        return List.copyOf(comments);
    }
}

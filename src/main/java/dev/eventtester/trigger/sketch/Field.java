package dev.eventtester.trigger.sketch;

import java.util.List;
import java.util.Locale;

/**
 * What a condition looks at.
 *
 * @param member the member of the event
 * @param path   the whole path as a trigger spells it
 */
record Field(String member, String path) {

    /** Whether null, numbers and booleans are only texts here. */
    boolean isTextual() {
        return member.equals("type") || member.equals("event");
    }

    boolean isSection() {
        return isSection(member);
    }

    static boolean isSection(String name) {
        return name.equals("properties") || name.equals("traits") || name.equals("context");
    }

    /** Whether a word starts a condition for the engine. */
    static boolean isField(Mark word) {
        return word.is(Mark.Kind.WORD) && isMember(word.names().get(0));
    }

    private static boolean isMember(String name) {
        return isSection(name)
                || switch (name) {
                    case "type", "event", "name", "userId" -> true;
                    default -> false;
                };
    }

    /** The field that a word names or seems to mean, or null, noted, where triggers cannot look. */
    static Field of(Mark word, Notes notes) {
        List<String> names = word.names();
        String first = names.get(0);
        boolean below = names.size() > 1;
        if (below && first.equals("$")) {
            List<String> rest = names.subList(1, names.size());
            return of(new Mark(word.kind(), String.join(".", rest), rest, word.start(), word.end()), notes);
        }
        if (isMember(first) && isSection(first) == below) {
            return place(first, names);
        }
        if (isMember(first)) {
            return below ? belowScalar(word, notes) : bareSection(word, notes);
        }
        String member = similar(first);
        notes.misread(
                "unknown-field",
                word.start(),
                word.end(),
                "`" + word.text()
                        + "` cannot be used in a trigger and is ignored together with what it is compared with"
                        + (member == null ? "" : "; `" + member + "` can"));
        return member == null || isSection(member) != below ? null : place(member, names);
    }

    private static Field belowScalar(Mark word, Notes notes) {
        List<String> names = word.names();
        notes.misread(
                "ignored-path",
                word.start(),
                word.end(),
                "nothing below `" + names.get(0) + "` can be addressed: the condition looks at `" + names.get(0)
                        + "` itself");
        List<String> rest = names.subList(1, names.size());
        boolean meant =
                names.get(0).equals("event") && isMember(rest.get(0)) && isSection(rest.get(0)) == rest.size() > 1;
        return meant ? place(rest.get(0), rest) : null;
    }

    private static Field bareSection(Mark word, Notes notes) {
        notes.misread(
                "bare-section",
                word.start(),
                word.end(),
                "`" + word.text() + "` alone looks at the member `" + word.text() + "` inside " + word.text());
        return null;
    }

    private static Field place(String member, List<String> names) {
        StringBuilder path = new StringBuilder(member);
        for (String name : names.subList(1, names.size())) {
            String written = SketchWriter.name(name);
            if (written == null) {
                return null;
            }
            path.append('.').append(written);
        }
        return new Field(member, path.toString());
    }

    private static String similar(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "type" -> "type";
            case "event", "event_name", "eventname" -> "event";
            case "name" -> "name";
            case "userid", "user_id" -> "userId";
            case "properties", "property", "props" -> "properties";
            case "traits", "trait" -> "traits";
            case "context" -> "context";
            default -> null;
        };
    }
}

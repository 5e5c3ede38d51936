package dev.eventtester.liquid.text;

/** Texts and HTML. */
public final class HtmlText {

    private static final String[] ENTITIES = {"&amp;", "&lt;", "&gt;", "&#34;", "&#39;"};
    private static final String CHARACTERS = "&<>\"'";

    private HtmlText() {}

    /** Takes all tags away, and scripts, styles and comments with their content. */
    public static String withoutTags(String html) {
        return new Tags(html).stripped();
    }

    /** Replaces the five characters that mean something in HTML. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int entity = CHARACTERS.indexOf(text.charAt(i));
            if (entity >= 0) {
                escaped.append(ENTITIES[entity]);
            } else {
                escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }

    /** Undoes {@link #escape}. */
    public static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int entity = text.charAt(i) == '&' ? entityAt(text, i) : -1;
            if (entity >= 0) {
                plain.append(CHARACTERS.charAt(entity));
                i += ENTITIES[entity].length();
            } else {
                plain.append(text.charAt(i++));
            }
        }
        return plain.toString();
    }

    private static int entityAt(String text, int at) {
        for (int i = 0; i < ENTITIES.length; i++) {
            if (text.startsWith(ENTITIES[i], at)) {
                return i;
            }
        }
        return -1;
    }

    /** Finds the ends of elements; remembers what is not found any more, so that all searches together are linear. */
    private static final class Tags {

        private final String text;
        private boolean noScriptEnd;
        private boolean noStyleEnd;
        private boolean noCommentEnd;
        private int noTagEndBefore;

        Tags(String text) {
            this.text = text;
        }

        String stripped() {
            StringBuilder stripped = new StringBuilder(text.length());
            int i = 0;
            while (i < text.length()) {
                int end = text.charAt(i) == '<' ? end(i) : -1;
                if (end > 0) {
                    i = end;
                } else {
                    stripped.append(text.charAt(i++));
                }
            }
            return stripped.toString();
        }

        private int end(int begin) {
            int end = -1;
            if (!noScriptEnd && text.startsWith("<script", begin)) {
                end = endOf("</script>", begin + "<script".length());
                noScriptEnd = end < 0;
            }
            if (end < 0 && !noStyleEnd && text.startsWith("<style", begin)) {
                end = endOf("</style>", begin + "<style".length());
                noStyleEnd = end < 0;
            }
            if (end < 0) {
                end = endOfTag(begin + 1);
            }
            if (end < 0 && !noCommentEnd && text.startsWith("<!--", begin)) {
                end = endOf("-->", begin + "<!--".length());
                noCommentEnd = end < 0;
            }
            return end;
        }

        private int endOf(String closing, int from) {
            int found = text.indexOf(closing, from);
            return found < 0 ? -1 : found + closing.length();
        }

        /** Tags do not span lines. */
        private int endOfTag(int from) {
            int i = Math.max(from, noTagEndBefore);
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == '>') {
                    return i + 1;
                }
                if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                    break;
                }
                i++;
            }
            noTagEndBefore = i;
            return -1;
        }
    }
}

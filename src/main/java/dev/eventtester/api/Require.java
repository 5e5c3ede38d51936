package dev.eventtester.api;

/** Checks of request members that many routes share; each failure names the member and the rule. */
public final class Require {

    private static final int LONGEST_NAME = 255;

    private Require() {}

    /** The value, which must be there. */
    public static <T> T present(String field, T value) {
        if (value == null) {
            throw ApiException.invalid(field, "\"" + field + "\" is required.");
        }
        return value;
    }

    /** A body, which must be there. */
    public static <T> T body(T body) {
        if (body == null) {
            throw ApiException.malformed("The request needs a JSON object as its body.");
        }
        return body;
    }

    /** A name that a person gave: 1 to 255 characters, none of them a control character. */
    public static String name(String field, String value) {
        present(field, value);
        if (value.isBlank() || value.length() > LONGEST_NAME || value.chars().anyMatch(Character::isISOControl)) {
            throw ApiException.invalid(
                    field, "\"" + field + "\" must have 1 to 255 characters and no control characters.");
        }
        return value;
    }

    /** A slug: letters, digits, dots, hyphens and underscores, at most 255. */
    public static String slug(String field, String value) {
        name(field, value);
        if (!value.chars().allMatch(Require::isSlugCharacter)) {
            throw ApiException.invalid(
                    field, "\"" + field + "\" may have letters, digits, dots, hyphens and underscores only.");
        }
        return value;
    }

    private static boolean isSlugCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }
}

package dev.eventtester.trigger.sketch;

import java.util.Locale;

/** The operators that authors mean, with the language's word for each. */
enum Relation {
    EQUALS("="),
    NOT_EQUALS("!="),
    NUMBER_EQUALS("number_equals"),
    NUMBER_NOT_EQUALS("number_not_equals"),
    LESS("<"),
    AT_LEAST(">="),
    GREATER(">"),
    AT_MOST("<="),
    CONTAINS("contains"),
    NOT_CONTAINS("not_contains"),
    STARTS_WITH("starts_with"),
    NOT_STARTS_WITH("not_starts_with"),
    ENDS_WITH("ends_with"),
    NOT_ENDS_WITH("not_ends_with"),
    EXISTS("exists"),
    NOT_EXISTS("not_exists"),
    IS_TRUE("is_true"),
    IS_FALSE("is_false"),
    UNKNOWN("");

    private static final Relation[] ALL = values();

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The language's own opposite; neighbours here are each other's, but the last three have none. */
    Relation opposite() {
        return ordinal() >= IS_TRUE.ordinal() ? UNKNOWN : ALL[ordinal() ^ 1];
    }

    /** What is meant by an operator in any spelling, or unknown. */
    static Relation of(String text) {
        for (Relation relation : ALL) {
            if (relation.word.equals(text)) {
                return relation;
            }
        }
        return foreign(text.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", ""));
    }

    private static Relation foreign(String text) {
        return switch (text) {
            case "==", "===", "is", "eq", "equals", "equal", "equalto", "isequalto" -> EQUALS;
            case "!==", "<>", "≠", "isnot", "ne", "notequals", "notequal", "isnotequalto" -> NOT_EQUALS;
            case "=<", "≤" -> AT_MOST;
            case "=>", "≥" -> AT_LEAST;
            case "contains", "includes" -> CONTAINS;
            case "notcontains", "notcontain", "doesnotcontain", "notincludes" -> NOT_CONTAINS;
            case "startswith" -> STARTS_WITH;
            case "notstartswith" -> NOT_STARTS_WITH;
            case "endswith" -> ENDS_WITH;
            case "notendswith" -> NOT_ENDS_WITH;
            default -> UNKNOWN;
        };
    }

    /** Whether the engine knows an operator in this very spelling. */
    static boolean isKnown(String text) {
        return !text.isEmpty() && of(text).word.equals(text);
    }

    /** Whether a word goes on with an operator that started with another. */
    static boolean continues(String before, String word) {
        String next = word.toLowerCase(Locale.ROOT);
        return switch (before.toLowerCase(Locale.ROOT)) {
            case "is" -> next.equals("not") || next.equals("equal");
            case "does" -> next.equals("not");
            case "not" ->
                switch (next) {
                    case "in", "contains", "contain", "equals", "equal", "includes", "starts_with", "ends_with" -> true;
                    default -> false;
                };
            case "starts", "ends" -> next.equals("with");
            case "equal" -> next.equals("to");
            default -> false;
        };
    }
}

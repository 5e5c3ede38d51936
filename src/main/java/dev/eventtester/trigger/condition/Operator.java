package dev.eventtester.trigger.condition;

/** What a comparison asks of the event's value. Each may be used by its word: {@code event contains "x"} works. */
public enum Operator {
    /** The value is the expected text; numbers and booleans in the event never are. */
    EQUALS("="),
    /** The value is not the expected text; a missing value is not. */
    NOT_EQUALS("!="),
    NUMBER_EQUALS("number_equals"),
    NUMBER_NOT_EQUALS("number_not_equals"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
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
    /** Any other word: it never holds. */
    UNKNOWN("");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** The word in a trigger; empty for {@link #UNKNOWN}, whose word the comparison has. */
    public String word() {
        return word;
    }

    /** Whether the value must be a number for this to hold. */
    public boolean wantsNumber() {
        return switch (this) {
            case NUMBER_EQUALS, NUMBER_NOT_EQUALS, LESS, AT_MOST, GREATER, AT_LEAST -> true;
            default -> false;
        };
    }

    /** Whether the value is compared with the expected text, or searched for it. */
    public boolean comparesText() {
        return switch (this) {
            case EQUALS, NOT_EQUALS, CONTAINS, NOT_CONTAINS, STARTS_WITH, NOT_STARTS_WITH, ENDS_WITH, NOT_ENDS_WITH ->
                true;
            default -> false;
        };
    }

    static Operator of(String word) {
        return switch (word) {
            case "=" -> EQUALS;
            case "!=" -> NOT_EQUALS;
            case "number_equals" -> NUMBER_EQUALS;
            case "number_not_equals" -> NUMBER_NOT_EQUALS;
            case "<" -> LESS;
            case "<=" -> AT_MOST;
            case ">" -> GREATER;
            case ">=" -> AT_LEAST;
            case "contains" -> CONTAINS;
            case "not_contains" -> NOT_CONTAINS;
            case "starts_with" -> STARTS_WITH;
            case "not_starts_with" -> NOT_STARTS_WITH;
            case "ends_with" -> ENDS_WITH;
            case "not_ends_with" -> NOT_ENDS_WITH;
            case "exists" -> EXISTS;
            case "not_exists" -> NOT_EXISTS;
            case "is_true" -> IS_TRUE;
            case "is_false" -> IS_FALSE;
            default -> UNKNOWN;
        };
    }
}

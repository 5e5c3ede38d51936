package dev.eventtester.outcome.search;

import com.fasterxml.jackson.databind.JsonNode;

/** What the status of an answer begins with. */
enum StatusClass {
    SUCCESS("2xx", 2),
    REDIRECTION("3xx", 3),
    REFUSAL("4xx", 4),
    FAILURE("5xx", 5),
    NO_ANSWER("none", 0);

    private final String name;
    private final int digit;

    StatusClass(String name, int digit) {
        this.name = name;
        this.digit = digit;
    }

    /** Whether at least one call of a mapping result has it. */
    boolean isAmongCallsOf(JsonNode mapping) {
        for (JsonNode call : mapping.path("calls")) {
            if (call.path("response").path("statusCode").asInt(0) / 100 == digit) {
                return true;
            }
        }
        return false;
    }

    /** As a query spells it. */
    @Override
    public String toString() {
        return name;
    }
}

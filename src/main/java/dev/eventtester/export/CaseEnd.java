package dev.eventtester.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** How a mapping's result counts as a test case. */
enum CaseEnd {
    PASSED(""),
    SKIPPED("skipped"),
    FAILURE("failure"),
    ERROR("error");

    private final String element;

    CaseEnd(String element) {
        this.element = element;
    }

    static CaseEnd of(JsonNode mapping) {
        return switch (mapping.path("verdict").asText()) {
            case "SUCCEEDED", "VALIDATED" -> PASSED;
            case "NOT_MATCHED" -> SKIPPED;
            case "FAILED" -> FAILURE;
            default -> ERROR;
        };
    }

    /** The element that tells it. */
    String element() {
        return element;
    }

    /** Why, in one sentence. */
    String message(JsonNode mapping) {
        List<String> reasons = reasons(mapping);
        if (!reasons.isEmpty()) {
            return reasons.get(0);
        }
        return switch (mapping.path("verdict").asText()) {
            case "" -> "The test has not come to its end yet.";
            case "INTERRUPTED" -> "The service stopped during this test: calls may have been made.";
            default -> "The outcome does not say why.";
        };
    }

    /** What kind of failure it is: the stage that failed. */
    String type(JsonNode mapping) {
        for (JsonNode stage : mapping.path("stages")) {
            if (stage.path("state").asText().equals("FAILED")) {
                return stage.path("stage").asText();
            }
        }
        return mapping.path("verdict").asText("RUNNING");
    }

    /** All reasons, one a line. */
    String details(JsonNode mapping) {
        List<String> reasons = reasons(mapping);
        return reasons.isEmpty() ? message(mapping) : String.join("\n", reasons);
    }

    private static List<String> reasons(JsonNode mapping) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode stage : mapping.path("stages")) {
            if (stage.path("state").asText().equals("FAILED")) {
                stage.path("reasons").forEach(reason -> reasons.add(sentence(stage, reason)));
            }
        }
        return reasons;
    }

    private static String sentence(JsonNode stage, JsonNode reason) {
        String field = reason.has("field") ? " " + reason.get("field").asText() : "";
        return stage.path("stage").asText() + field + ": "
                + reason.path("message").asText();
    }
}

package dev.eventtester.filter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Require;
import dev.eventtester.filter.condition.FilterCondition;
import dev.eventtester.filter.condition.InvalidConditionException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is to change in a filter; absent members stay.
 *
 * @param condition on the wire {@code if}
 * @param description a string, or a JSON null to have none
 */
public record FilterChange(
        @JsonProperty("if") String condition, JsonNode actions, String title, JsonNode description, Boolean enabled) {

    private static final int LONGEST_DESCRIPTION = 1000;

    void requireAll() {
        Require.present("if", condition);
        Require.present("actions", actions);
        Require.present("title", title);
        Require.present("enabled", enabled);
    }

    /** Applies the change; a 422 names what is wrong. */
    public void applyTo(SavedFilter filter) {
        if (condition != null) {
            filter.condition = checked("if", condition);
        }
        if (actions != null) {
            filter.actions = FilterActions.write(FilterActions.of("actions", actions));
        }
        if (title != null) {
            filter.title = Require.name("title", title);
        }
        if (description != null) {
            filter.description = text(description);
        }
        if (enabled != null) {
            filter.enabled = enabled;
        }
        filter.updatedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The text of a condition that can be read; a 422 says why it cannot.
     *
     * @param field the member of the request that holds it
     */
    public static String checked(String field, String condition) {
        Require.present(field, condition);
        try {
            FilterCondition.parse(condition);
            return condition;
        } catch (InvalidConditionException e) {
            throw ApiException.invalid(field, "\"" + field + "\" is not a valid condition: " + e.getMessage() + ".");
        }
    }

    private static String text(JsonNode description) {
        if (description.isNull()) {
            return null;
        }
        if (!description.isTextual() || description.textValue().length() > LONGEST_DESCRIPTION) {
            throw ApiException.invalid(
                    "description",
                    "\"description\" must be a string of at most " + LONGEST_DESCRIPTION + " characters.");
        }
        return description.textValue();
    }
}

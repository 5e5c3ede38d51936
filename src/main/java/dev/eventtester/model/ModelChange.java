package dev.eventtester.model;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Require;

/** What is to change in a model; absent members stay. */
record ModelChange(String name, String description, Boolean enabled, String query, String queryIdentifierColumn) {

    private static final int LONGEST_TEXT = 64 * 1024;

    /** Applies the change; a 422 names what is wrong. */
    void applyTo(Model model) {
        if (name != null) {
            model.name = Require.name("name", name);
        }
        if (description != null) {
            model.description = text("description", description);
        }
        if (enabled != null) {
            model.enabled = enabled;
        }
        if (query != null) {
            model.query = filled("query", text("query", query));
        }
        if (queryIdentifierColumn != null) {
            model.queryIdentifierColumn = Require.name("queryIdentifierColumn", queryIdentifierColumn);
        }
    }

    private static String text(String field, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw ApiException.tooLarge(field, "\"" + field + "\" is larger than 64 KB.");
        }
        return value;
    }

    private static String filled(String field, String value) {
        if (value.isBlank()) {
            throw ApiException.invalid(field, "\"" + field + "\" must not be empty.");
        }
        return value;
    }
}

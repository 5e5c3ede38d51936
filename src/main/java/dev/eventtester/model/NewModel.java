package dev.eventtester.model;

import dev.eventtester.source.Source;

/**
 * What a new model is made of.
 *
 * @param source a warehouse
 * @param description may be empty
 */
public record NewModel(
        Source source, String name, String description, boolean enabled, String query, String queryIdentifierColumn) {

    /** The model to store; throws a 422 that names what is wrong. */
    Model model() {
        Model model = new Model(source.workspaceId(), source.id());
        new ModelChange(name, description, enabled, query, queryIdentifierColumn).applyTo(model);
        return model;
    }
}

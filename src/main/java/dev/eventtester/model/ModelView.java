package dev.eventtester.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A model as the Public API shows it: exactly these members, since its clients refuse others. */
@RegisterForReflection
public record ModelView(
        UUID id,
        UUID sourceId,
        String name,
        String description,
        boolean enabled,
        String query,
        String queryIdentifierColumn) {

    /** The view of a model. */
    public static ModelView of(Model model) {
        return new ModelView(
                model.id,
                model.sourceId,
                model.name,
                model.description,
                model.enabled,
                model.query,
                model.queryIdentifierColumn);
    }
}

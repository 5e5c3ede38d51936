package dev.eventtester.transfer;

import dev.eventtester.model.Model;
import dev.eventtester.model.Models;
import dev.eventtester.model.NewModel;
import dev.eventtester.source.Source;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Reverse ETL models. */
record ModelStep(Known<Model> known, Known<Source> sources, Models models) implements ImportStep<Model> {

    @Override
    public UUID id(Model model) {
        return model.id();
    }

    @Override
    public Uni<Model> create(ImportItem item) {
        Source source = sources.require("sourceId", item.required("sourceId"));
        return models.create(new NewModel(
                source,
                item.required("name"),
                item.text("description") == null ? "" : item.text("description"),
                item.enabled(),
                item.required("query"),
                item.required("queryIdentifierColumn")));
    }
}

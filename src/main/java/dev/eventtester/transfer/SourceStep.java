package dev.eventtester.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Ids;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.source.Label;
import dev.eventtester.source.NewSource;
import dev.eventtester.source.Source;
import dev.eventtester.source.Sources;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sources, with the write keys that their clients have; one whose slug is there already is the same. */
record SourceStep(Known<Source> known, UUID workspaceId, Sources sources, Catalog catalog)
        implements ImportStep<Source> {

    @Override
    public UUID id(Source source) {
        return source.id();
    }

    @Override
    public Source same(ImportItem item) {
        String slug = item.json().path("slug").textValue();
        return known.all()
                .filter(source -> source.slug().equals(slug))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Uni<Source> create(ImportItem item) {
        return sources.create(new NewSource(
                Ids.next(),
                workspaceId,
                item.required("slug"),
                item.text("name"),
                item.definition(catalog::source, ResourceKind.SOURCE),
                item.enabled(),
                item.settings(),
                Label.read(item.json().path("labels")),
                writeKeys(item)));
    }

    private static List<String> writeKeys(ImportItem item) {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : item.json().path("writeKeys")) {
            if (!key.isTextual()) {
                throw ApiException.invalid("writeKeys", "\"writeKeys\" must be strings.");
            }
            keys.add(key.textValue());
        }
        return keys;
    }

    @Override
    public Uni<List<String>> leftOut(Source taken, ImportItem item) {
        return sources.writeKeys(taken)
                .map(had -> writeKeys(item).stream()
                        .filter(key -> !had.contains(key))
                        .map(key -> "The write key \"" + key + "\" was left out: a source has it already.")
                        .toList());
    }
}

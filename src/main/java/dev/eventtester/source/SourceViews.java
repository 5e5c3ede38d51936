package dev.eventtester.source;

import dev.eventtester.catalog.Catalog;
import dev.eventtester.metadata.SourceMetadata;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows sources as the Public API does. Every method needs a session. */
@ApplicationScoped
public class SourceViews {

    private final WriteKeys writeKeys;
    private final Catalog catalog;

    SourceViews(WriteKeys writeKeys, Catalog catalog) {
        this.writeKeys = writeKeys;
        this.catalog = catalog;
    }

    Uni<SourceView> of(Source source) {
        return of(List.of(source)).map(views -> views.get(0));
    }

    /** The views of some sources, in their order. */
    public Uni<List<SourceView>> of(List<Source> sources) {
        List<UUID> ids = sources.stream().map(Source::id).toList();
        return writeKeys
                .of(ids)
                .map(keys -> sources.stream()
                        .map(source -> SourceView.of(source, metadata(source), keys.getOrDefault(source.id, List.of())))
                        .toList());
    }

    private SourceMetadata metadata(Source source) {
        return catalog.source(source.metadataId)
                .map(SourceMetadata::of)
                .orElseGet(() -> SourceMetadata.unavailable(source.metadataId));
    }
}

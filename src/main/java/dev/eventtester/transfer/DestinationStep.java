package dev.eventtester.transfer;

import dev.eventtester.api.Ids;
import dev.eventtester.api.Require;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.destination.Destination;
import dev.eventtester.destination.Destinations;
import dev.eventtester.source.Source;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Destinations. Masked settings are never stored; a secret that is still missing is taken when it comes at last. */
record DestinationStep(Known<Destination> known, Known<Source> sources, Destinations destinations, Catalog catalog)
        implements ImportStep<Destination> {

    @Override
    public UUID id(Destination destination) {
        return destination.id();
    }

    @Override
    public Uni<Destination> create(ImportItem item) {
        Source source = sources.require("sourceId", item.required("sourceId"));
        DestinationDefinition definition = item.definition(catalog::destination, ResourceKind.DESTINATION);
        String name = item.text("name");
        return destinations.create(
                Ids.next(),
                source,
                definition,
                name == null ? definition.name() : Require.name("name", name),
                item.enabled(),
                item.settings());
    }

    @Override
    public Uni<Destination> completed(Destination present, ImportItem item) {
        return definition(present).isEmpty()
                ? Uni.createFrom().item(present)
                : destinations.addSecrets(present, item.settings());
    }

    @Override
    public Uni<List<String>> leftOut(Destination taken, ImportItem item) {
        List<String> notes = new ArrayList<>();
        definition(taken)
                .ifPresent(definition -> item.settings().fieldNames().forEachRemaining(name -> {
                    if (!definition.settings().definitions().containsKey(name)) {
                        notes.add("The setting \"" + name + "\" was left out: " + definition.name()
                                + " does not have it.");
                    }
                }));
        return Uni.createFrom().item(notes);
    }

    @Override
    public List<String> missingSettings(Destination taken, ImportItem item) {
        return definition(taken).isPresent() ? destinations.missingSettings(taken, item.settings()) : List.of();
    }

    /** Empty if the catalog does not have it any more. */
    private Optional<DestinationDefinition> definition(Destination destination) {
        return catalog.destination(destination.metadataId());
    }
}

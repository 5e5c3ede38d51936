package dev.eventtester.transfer;

import dev.eventtester.access.Workspaces;
import dev.eventtester.api.ApiException;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.destination.Destination;
import dev.eventtester.destination.Destinations;
import dev.eventtester.destination.Mappings;
import dev.eventtester.destination.SavedMapping;
import dev.eventtester.filter.Filters;
import dev.eventtester.filter.SavedFilter;
import dev.eventtester.model.Model;
import dev.eventtester.model.Models;
import dev.eventtester.source.Source;
import dev.eventtester.source.Sources;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes documents into workspaces, one at a time in each. */
@ApplicationScoped
class Importer {

    private final Workspaces workspaces;
    private final Contents.Reader contents;
    private final Origins origins;
    private final Catalog catalog;
    private final Sources sources;
    private final Models models;
    private final Destinations destinations;
    private final Mappings mappings;
    private final Filters filters;

    Importer(
            Workspaces workspaces,
            Contents.Reader contents,
            Origins origins,
            Catalog catalog,
            Sources sources,
            Models models,
            Destinations destinations,
            Mappings mappings,
            Filters filters) {
        this.workspaces = workspaces;
        this.contents = contents;
        this.origins = origins;
        this.catalog = catalog;
        this.sources = sources;
        this.models = models;
        this.destinations = destinations;
        this.mappings = mappings;
        this.filters = filters;
    }

    /** Imports a document into a workspace. Needs a transaction. */
    Uni<ImportReport> run(UUID workspaceId, ImportDocument document) {
        ImportReport report = new ImportReport();
        return workspaces
                .hold(workspaceId)
                .chain(() -> contents.of(workspaceId))
                .call(Importer::forgetEntities)
                .chain(present -> origins.of(workspaceId).map(known -> steps(workspaceId, present, known)))
                .onItem()
                .transformToMulti(steps -> Multi.createFrom().iterable(steps))
                .onItem()
                .transformToUniAndConcatenate(step -> run(workspaceId, step, document, report))
                .collect()
                .last()
                .replaceWith(report);
    }

    private List<ImportStep<?>> steps(UUID workspace, Contents present, List<Origin> known) {
        Known<Source> knownSources = new Known<>(ResourceKind.SOURCE, present.sources(), Source::id, known);
        Known<Model> knownModels = new Known<>(ResourceKind.MODEL, present.models(), Model::id, known);
        Known<Destination> knownDestinations =
                new Known<>(ResourceKind.DESTINATION, present.destinations(), Destination::id, known);
        Known<SavedMapping> knownMappings =
                new Known<>(ResourceKind.SUBSCRIPTION, present.mappings(), SavedMapping::id, known);
        Known<SavedFilter> knownFilters = new Known<>(ResourceKind.FILTER, present.filters(), SavedFilter::id, known);
        return List.of(
                new SourceStep(knownSources, workspace, sources, catalog),
                new ModelStep(knownModels, knownSources, models),
                new DestinationStep(knownDestinations, knownSources, destinations, catalog),
                new SubscriptionStep(
                        knownMappings,
                        knownDestinations,
                        knownModels,
                        workspace,
                        destinations,
                        models,
                        mappings,
                        catalog),
                new FilterStep(knownFilters, knownDestinations, workspace, destinations, filters));
    }

    private <T> Uni<Void> run(UUID workspaceId, ImportStep<T> step, ImportDocument document, ImportReport report) {
        return Multi.createFrom()
                .iterable(document.of(step.known().kind()))
                .onItem()
                .transformToUniAndConcatenate(item -> Uni.createFrom()
                        .deferred(() -> take(workspaceId, step, item, report))
                        .onFailure(ApiException.class)
                        .recoverWithItem(failure -> {
                            report.refused(step.known().kind(), item, (ApiException) failure);
                            return null;
                        }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <T> Uni<Void> take(UUID workspaceId, ImportStep<T> step, ImportItem item, ImportReport report) {
        String id = item.id()
                .orElseThrow(() -> ApiException.invalid("id", "\"id\" must be a string of 1 to 255 characters."));
        if (!item.storable()) {
            throw ApiException.malformed("A text of it has a character that cannot be stored, such as NUL.");
        }
        T present = step.known().find(id).orElseGet(() -> step.same(item));
        Uni<T> taken = present == null
                ? create(workspaceId, step, item, id, report)
                : step.completed(present, item)
                        .invoke(thing -> report.taken(
                                step.known().kind(), item, step.id(thing), ImportReport.State.PRESENT, List.of()));
        return taken.invoke(thing -> step.known().add(id, thing))
                .invoke(thing -> ask(step, thing, item, report))
                .call(Importer::forgetEntities)
                .replaceWithVoid();
    }

    private <T> Uni<T> create(UUID workspaceId, ImportStep<T> step, ImportItem item, String id, ImportReport report) {
        return step.create(item)
                .call(created -> origins.remember(workspaceId, step.known().kind(), id, step.id(created)))
                .call(created -> step.leftOut(created, item)
                        .invoke(notes -> report.taken(
                                step.known().kind(), item, step.id(created), ImportReport.State.CREATED, notes)));
    }

    /** Every query compares all entities of the session with what was read, which thousands make slow. */
    private static Uni<Void> forgetEntities() {
        return Panache.getSession()
                .call(Mutiny.Session::flush)
                .invoke(Mutiny.Session::clear)
                .replaceWithVoid();
    }

    private static <T> void ask(ImportStep<T> step, T taken, ImportItem item, ImportReport report) {
        step.missingSettings(taken, item).forEach(setting -> report.missing(step.id(taken), item.name(), setting));
    }
}

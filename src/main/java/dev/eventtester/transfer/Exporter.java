package dev.eventtester.transfer;

import dev.eventtester.api.Data;
import dev.eventtester.destination.Destination;
import dev.eventtester.destination.DestinationView;
import dev.eventtester.destination.DestinationViews;
import dev.eventtester.destination.SubscriptionView;
import dev.eventtester.filter.FilterView;
import dev.eventtester.model.ModelView;
import dev.eventtester.source.SourceViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives a workspace's configuration as its list operations do, with masked secrets. Needs a session. */
@ApplicationScoped
class Exporter {

    private final Contents.Reader contents;
    private final SourceViews sourceViews;
    private final DestinationViews destinationViews;

    Exporter(Contents.Reader contents, SourceViews sourceViews, DestinationViews destinationViews) {
        this.contents = contents;
        this.sourceViews = sourceViews;
        this.destinationViews = destinationViews;
    }

    Uni<Data> of(UUID workspaceId) {
        return contents.of(workspaceId)
                .chain(all -> sourceViews
                        .of(all.sources())
                        .map(sources -> Data.of(ResourceKind.SOURCE.member(), sources)
                                .and(ResourceKind.MODEL.member(), models(all))
                                .and(ResourceKind.DESTINATION.member(), destinations(all))
                                .and(ResourceKind.SUBSCRIPTION.member(), subscriptions(all))
                                .and(ResourceKind.FILTER.member(), filters(all))));
    }

    private static List<ModelView> models(Contents all) {
        return all.models().stream().map(ModelView::of).toList();
    }

    private List<DestinationView> destinations(Contents all) {
        return all.destinations().stream().map(destinationViews::of).toList();
    }

    private List<SubscriptionView> subscriptions(Contents all) {
        Map<UUID, Destination> owners = owners(all);
        return all.mappings().stream()
                .map(mapping -> destinationViews.of(owners.get(mapping.destinationId()), mapping))
                .toList();
    }

    private static List<FilterView> filters(Contents all) {
        Map<UUID, Destination> owners = owners(all);
        return all.filters().stream()
                .map(filter ->
                        FilterView.of(filter, owners.get(filter.destinationId()).sourceId()))
                .toList();
    }

    private static Map<UUID, Destination> owners(Contents all) {
        return all.destinations().stream().collect(Collectors.toMap(Destination::id, Function.identity()));
    }
}

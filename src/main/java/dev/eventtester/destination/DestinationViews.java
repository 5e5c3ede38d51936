package dev.eventtester.destination;

import jakarta.enterprise.context.ApplicationScoped;

/** Shows destinations and mappings as the Public API does. */
@ApplicationScoped
public class DestinationViews {

    private final Definitions definitions;
    private final Settings settings;

    DestinationViews(Definitions definitions, Settings settings) {
        this.definitions = definitions;
        this.settings = settings;
    }

    /** The destination with masked secrets. */
    public DestinationView of(Destination destination) {
        return new DestinationView(
                destination.id,
                destination.name,
                destination.enabled,
                definitions.metadata(destination),
                destination.sourceId,
                settings.masked(destination));
    }

    /** A mapping of a destination. */
    public SubscriptionView of(Destination destination, SavedMapping mapping) {
        return SubscriptionView.of(mapping, definitions.actionSlug(destination, mapping));
    }
}

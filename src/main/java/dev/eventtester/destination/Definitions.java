package dev.eventtester.destination;

import dev.eventtester.api.ApiException;
import dev.eventtester.catalog.ActionDefinition;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.catalog.SourceKind;
import dev.eventtester.metadata.DestinationMetadata;
import dev.eventtester.source.Source;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the catalog says of stored destinations and mappings. An operator may take a definition away while destinations
 * of it are stored: they are still shown, and a 422 says why nothing more can be done with them.
 */
@ApplicationScoped
class Definitions {

    private final Catalog catalog;

    Definitions(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What the Public API shows of a destination's definition, whether the catalog has it or not. */
    DestinationMetadata metadata(Destination destination) {
        return catalog.destination(destination.metadataId)
                .map(DestinationMetadata::of)
                .orElseGet(() -> DestinationMetadata.unavailable(destination.metadataId));
    }

    /** A destination's definition; throws a 422 if the catalog does not have it any more. */
    DestinationDefinition require(Destination destination) {
        return catalog.destination(destination.metadataId)
                .orElseThrow(() -> ApiException.invalid(
                        "metadataId", "The catalog has no destination \"" + destination.metadataId + "\" any more."));
    }

    /** A mapping's action; throws a 422 if the catalog does not have it any more. */
    ActionDefinition requireAction(Destination destination, SavedMapping mapping) {
        return require(destination)
                .action(mapping.actionId)
                .orElseThrow(() -> ApiException.invalid(
                        "actionId",
                        "The catalog has no action \"" + mapping.actionId + "\" any more, which the mapping \""
                                + mapping.name + "\" runs."));
    }

    /** How a mapping's action is called, by its id if the catalog does not have it any more. */
    String actionSlug(Destination destination, SavedMapping mapping) {
        return catalog.destination(destination.metadataId)
                .flatMap(definition -> definition.action(mapping.actionId))
                .map(ActionDefinition::slug)
                .orElse(mapping.actionId);
    }

    /** What a source gives; throws a 422 if the catalog does not have it any more. */
    SourceKind requireKind(Source source) {
        return catalog.source(source.metadataId())
                .orElseThrow(() -> ApiException.invalid(
                        "sourceId", "The catalog has no source \"" + source.metadataId() + "\" any more."))
                .kind();
    }
}

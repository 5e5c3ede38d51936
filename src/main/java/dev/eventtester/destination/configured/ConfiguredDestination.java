package dev.eventtester.destination.configured;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.catalog.SourceKind;
import dev.eventtester.event.Product;
import dev.eventtester.filter.FilterRule;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A destination as it was at one moment, with everything a test needs. Immutable, so that no database session is needed
 * any more; the settings must not be changed.
 *
 * @param sourceKind what its source gives
 * @param settings with open secrets
 * @param secrets the values that must never be shown
 * @param mappings all of them, enabled or not, oldest first
 * @param filters the enabled ones, oldest first; a test bypasses them
 */
public record ConfiguredDestination(
        UUID id,
        String name,
        boolean enabled,
        DestinationDefinition definition,
        SourceKind sourceKind,
        JsonNode settings,
        Collection<String> secrets,
        List<ConfiguredMapping> mappings,
        List<FilterRule> filters) {

    public ConfiguredDestination {
        secrets = List.copyOf(secrets);
        mappings = List.copyOf(mappings);
        filters = List.copyOf(filters);
    }

    /** The product that a record of this destination belongs to if nobody says otherwise. */
    public Product usualProduct() {
        return sourceKind == SourceKind.WAREHOUSE ? Product.REVERSE_ETL : Product.CONNECTIONS;
    }

    /**
     * The mapping with an id; a 404 if there is none.
     *
     * @param mappingId as it came in a path or a body
     */
    public ConfiguredMapping requireMapping(String mappingId) {
        return mappings.stream()
                .filter(mapping -> mapping.id().toString().equals(mappingId))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("subscription", mappingId));
    }

    /** The same destination without its values: nothing secret is printed by accident. */
    @Override
    public String toString() {
        return "destination " + id;
    }
}

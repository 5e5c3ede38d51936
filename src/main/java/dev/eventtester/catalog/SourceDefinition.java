package dev.eventtester.catalog;

import java.util.List;

/**
 * What the catalog says of a source.
 *
 * @param id stable, 10 base-62 characters where it is built in
 * @param kind what the source gives: events or rows
 */
public record SourceDefinition(
        String id, String slug, String name, String description, List<String> categories, SourceKind kind) {

    public SourceDefinition {
        categories = List.copyOf(categories);
    }
}

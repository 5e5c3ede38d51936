package dev.eventtester.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.api.ApiException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be imported: the entries of list operations, however they were put together. A document is an answer of a list
 * operation ({@code {"data": {"sources": […]}}}), its data alone, several kinds in one object (each with its entries or
 * with such an answer), or an array of such.
 */
final class ImportDocument {

    private final Map<ResourceKind, List<ImportItem>> items = new EnumMap<>(ResourceKind.class);

    private ImportDocument() {
        for (ResourceKind kind : ResourceKind.values()) {
            items.put(kind, new ArrayList<>());
        }
    }

    /** Reads a document; throws a 422 if there is nothing in it that could be imported. */
    static ImportDocument read(JsonNode json) {
        ImportDocument document = new ImportDocument();
        if (!document.collect("", json)) {
            throw ApiException.invalid(
                    "sources",
                    "The document has none of \"sources\", \"models\", \"destinations\", \"subscriptions\","
                            + " \"filters\".");
        }
        return document;
    }

    private boolean collect(String place, JsonNode json) {
        boolean found = false;
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                found |= collect(place + i + ".", json.get(i));
            }
            return found;
        }
        if (json.path("data").isObject()) {
            found = collect(place + "data.", json.get("data"));
        }
        for (ResourceKind kind : ResourceKind.values()) {
            if (json.has(kind.member())) {
                collect(place + kind.member(), kind, json.get(kind.member()));
                found = true;
            }
        }
        return found;
    }

    private void collect(String place, ResourceKind kind, JsonNode entries) {
        if (entries.isObject() && collect(place + ".", entries)) {
            return;
        }
        if (!entries.isArray()) {
            throw ApiException.invalid(place, "\"" + place + "\" must be an array.");
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).isObject()) {
                throw ApiException.invalid(place + "." + i, "\"" + place + "." + i + "\" must be an object.");
            }
            items.get(kind).add(ImportItem.of(entries.get(i)));
        }
    }

    /** The entries of one kind, in the document's order. */
    List<ImportItem> of(ResourceKind kind) {
        return items.get(kind);
    }
}

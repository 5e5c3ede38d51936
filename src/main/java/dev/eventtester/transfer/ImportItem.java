package dev.eventtester.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Require;
import java.util.Optional;
import java.util.function.Function;

/**
 * One entry of a document. Its members are read with the Public API's names; a member of the wrong type is a 422 that names
 * it.
 *
 * @param json an object
 * @param storable whether every text in it can be stored
 */
record ImportItem(JsonNode json, boolean storable) {

    private static final int LONGEST_ID = 255;

    static ImportItem of(JsonNode json) {
        return new ImportItem(json, isStorable(json));
    }

    /** PostgreSQL has no place for NUL. */
    private static boolean isStorable(JsonNode json) {
        if (json.isTextual()) {
            return json.textValue().indexOf('\0') < 0;
        }
        for (var member : json.properties()) {
            if (member.getKey().indexOf('\0') >= 0) {
                return false;
            }
        }
        for (JsonNode member : json) {
            if (!isStorable(member)) {
                return false;
            }
        }
        return true;
    }

    /** How the document names it; empty if it does not. */
    Optional<String> id() {
        String id = json.path("id").textValue();
        return id == null || id.isEmpty() || id.length() > LONGEST_ID ? Optional.empty() : Optional.of(id);
    }

    /** How a person names it, or null. */
    String name() {
        for (String member : new String[] {"name", "title", "slug"}) {
            if (json.path(member).isTextual()) {
                return json.get(member).textValue();
            }
        }
        return null;
    }

    /** A text, or null if it is absent. */
    String text(String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ApiException.invalid(member, "\"" + member + "\" must be a string.");
        }
        return value.textValue();
    }

    String required(String member) {
        return Require.present(member, text(member));
    }

    /** A switch, on if it is absent: what a list operation gives always says. */
    boolean enabled() {
        JsonNode value = json.path("enabled");
        if (value.isMissingNode() || value.isNull()) {
            return true;
        }
        if (!value.isBoolean()) {
            throw ApiException.invalid("enabled", "\"enabled\" must be true or false.");
        }
        return value.booleanValue();
    }

    /** The settings, an empty object if they are absent. */
    JsonNode settings() {
        JsonNode settings = json.path("settings");
        return settings.isMissingNode() || settings.isNull() ? JsonNodeFactory.instance.objectNode() : settings;
    }

    /**
     * The definition that it is made from, by the id or else the slug of its metadata.
     *
     * @param find looks one up by id or slug
     */
    <D> D definition(Function<String, Optional<D>> find, ResourceKind kind) {
        JsonNode metadata = json.path("metadata");
        String id = Optional.ofNullable(metadata.path("id").textValue()).orElseGet(() -> text("metadataId"));
        String slug = metadata.path("slug").textValue();
        if (id == null && slug == null) {
            throw ApiException.invalid("metadata.id", "\"metadata.id\" is required.");
        }
        return Optional.ofNullable(id)
                .flatMap(find)
                .or(() -> Optional.ofNullable(slug).flatMap(find))
                .orElseThrow(() -> ApiException.invalid(
                        "metadata.id",
                        "The catalog has no " + kind.noun() + " \"" + (slug == null ? id : slug) + "\"; a "
                                + kind.noun() + " of the catalog may be named in its place."));
    }
}

package dev.eventtester.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.field.definition.FieldDefinition;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A setting in the Public API's form. */
@RegisterForReflection
record Option(
        String name,
        String type,
        boolean required,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode defaultValue,
        String label) {

    static Option of(String name, FieldDefinition setting) {
        return new Option(
                name,
                setting.type().label(),
                setting.isRequired(),
                setting.description(),
                setting.defaultValue().isMissingNode() ? null : setting.defaultValue(),
                setting.label());
    }
}

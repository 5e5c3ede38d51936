package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.field.definition.InvalidFieldDefinitionException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All fields of one action (or all settings of one destination), compiled. Immutable and safe for concurrent use.
 *
 * <p>Every method that takes a payload owns it from then on and changes it in place, so no part of it may be shared
 * with the event or occur in it twice. Time is linear in the payload. Values are followed as deep as the definitions
 * go; a free-form value of more than {@value dev.eventtester.json.JsJson#MAX_DEPTH} levels is an error, and so is what
 * comes after {@value Findings#MAX_ERRORS} errors.
 */
public final class FieldSet {

    private final Map<String, FieldDefinition> definitions;
    private final ObjectSchema schema;

    private FieldSet(Map<String, FieldDefinition> definitions) {
        this.definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        this.schema = SchemaCompiler.compile(definitions);
    }

    /**
     * Compiles definitions.
     *
     * @param fields in the order of their declaration
     * @throws InvalidFieldDefinitionException as the reference engine refuses a definition: unknown format, unsupported
     *     operator of a condition, impossible bound
     */
    public static FieldSet of(Map<String, FieldDefinition> fields) {
        return new FieldSet(fields);
    }

    /**
     * Reads and compiles definitions.
     *
     * @param fields an object of definitions by key; undefined and null are no definitions
     * @throws InvalidFieldDefinitionException naming what can not be read or compiled
     */
    public static FieldSet of(JsonNode fields) {
        return new FieldSet(FieldDefinition.allOf(fields));
    }

    /** The definitions by key, in order. */
    public Map<String, FieldDefinition> definitions() {
        return definitions;
    }

    /** Cleans, coerces and validates the payload of a single execution. Without fields everything passes. */
    public Validation validate(JsonNode payload) {
        return run(payload, Cleaning.SINGLE, Findings.plain());
    }

    /**
     * The same evaluation, which also tells what it changed.
     *
     * @param changes gets one entry per dropped or converted value, in the order of the changes
     */
    public Validation validate(JsonNode payload, List<FieldChange> changes) {
        return run(payload, Cleaning.SINGLE, Findings.telling(changes));
    }

    /** As {@link #validate(JsonNode)} in the batch path, which keeps empty text in text fields at the root. */
    public Validation validateInBatch(JsonNode payload) {
        return run(payload, Cleaning.BATCH, Findings.plain());
    }

    /** As {@link #validateInBatch(JsonNode)}, which also tells what it changed. */
    public Validation validateInBatch(JsonNode payload, List<FieldChange> changes) {
        return run(payload, Cleaning.BATCH, Findings.telling(changes));
    }

    /**
     * Validates and coerces a destination's settings against its authentication fields. Nothing is cleaned, so a
     * required setting passes when it is null or empty text; settings without a definition are dropped, which without
     * fields are all.
     */
    public Validation validateSettings(JsonNode settings) {
        return schema.validateRoot(settings, Cleaning.NONE, Findings.plain());
    }

    private Validation run(JsonNode payload, Cleaning cleaning, Findings findings) {
        // fld-no-fields: an action without fields has no schema, so not even null is cleaned.
        return definitions.isEmpty() ? new Validation.Valid(payload) : schema.validateRoot(payload, cleaning, findings);
    }

    /** What is removed before validation. */
    enum Cleaning {
        NONE,
        BATCH,
        SINGLE
    }
}

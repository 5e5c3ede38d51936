package dev.eventtester.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** That an outcome tells of a mapping, and which version of it was tested. */
@Entity
@Table(name = "outcome_mapping")
@IdClass(TestedMapping.Key.class)
class TestedMapping {

    /** Both ids together. */
    record Key(UUID outcomeId, UUID mappingId) implements Serializable {}

    @Id
    UUID outcomeId;

    @Id
    UUID mappingId;

    Long version;

    protected TestedMapping() {}

    private TestedMapping(UUID outcomeId, JsonNode mapping) {
        this.outcomeId = outcomeId;
        this.mappingId = UUID.fromString(mapping.get("subscriptionId").textValue());
        this.version =
                mapping.path("version").isNumber() ? mapping.get("version").longValue() : null;
    }

    /** All mappings that a document tells of. */
    static List<TestedMapping> of(OutcomeDocument document) {
        return StreamSupport.stream(document.mappings().spliterator(), false)
                .map(mapping -> new TestedMapping(document.id(), mapping))
                .toList();
    }
}

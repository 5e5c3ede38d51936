package dev.eventtester.outcome;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.outcome.document.OutcomeDocument;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That an outcome tells of a mapping, and which version of it was tested. */
@Entity
@Table(name = "outcome_mapping")
@IdClass(TestedMapping.Key.class)
class TestedMapping {

    /** Both ids together. */
    @RegisterForReflection
    record Key(UUID outcomeId, UUID mappingId) implements Serializable {}

    @Id
    UUID outcomeId;

    @Id
    UUID mappingId;

    Long version;

    protected TestedMapping() {}

    /** All mappings that a document tells of, as a JSON array of ids and versions. */
    static String rows(OutcomeDocument document) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        document.mappings()
                .forEach(mapping -> rows.addObject()
                        .<ObjectNode>set("id", mapping.get("subscriptionId"))
                        .set("version", mapping.get("version")));
        return rows.toString();
    }
}

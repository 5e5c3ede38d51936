package dev.eventtester.outcome;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A mapping that is no longer what an outcome tells of.
 *
 * @param because {@code changed} if it was edited since, {@code deleted} if there is no such mapping any more
 */
@RegisterForReflection
record Stale(UUID subscriptionId, String because) {

    private static final String CHANGED = "changed";
    private static final String DELETED = "deleted";

    /**
     * @param version of the mapping now, null if it is gone
     */
    static Stale of(UUID mappingId, Long version) {
        return new Stale(mappingId, version == null ? DELETED : CHANGED);
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("subscriptionId", subscriptionId.toString())
                .put("because", because);
    }
}

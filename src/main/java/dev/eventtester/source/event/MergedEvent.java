package dev.eventtester.source.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.JsonText;
import java.util.Map;

/**
 * An event as the pipeline passes it on: its own members, the id and the times that its arrival gave it, and what its
 * batch says for every event. Where both say something, the event wins.
 */
final class MergedEvent {

    private MergedEvent() {}

    static ObjectNode of(SourceEvent event) {
        ObjectNode merged = (ObjectNode) JsonText.parse(event.original);
        if (event.type != null) {
            merged.put("type", event.type);
        }
        merged.put("messageId", event.messageId);
        merged.put("timestamp", event.timestamp);
        merged.put("receivedAt", event.receivedAt.toString());
        complete(merged, "context", event.batchContext);
        complete(merged, "integrations", event.batchIntegrations);
        return merged;
    }

    private static void complete(ObjectNode event, String member, String shared) {
        if (shared == null) {
            return;
        }
        JsonNode own = event.path(member);
        if (own.isObject()) {
            complete((ObjectNode) own, JsonText.parse(shared));
        } else if (own.isMissingNode() || own.isNull()) {
            event.set(member, JsonText.parse(shared));
        }
    }

    private static void complete(ObjectNode own, JsonNode shared) {
        for (Map.Entry<String, JsonNode> member : shared.properties()) {
            JsonNode present = own.get(member.getKey());
            if (present == null) {
                own.set(member.getKey(), member.getValue());
            } else if (present.isObject() && member.getValue().isObject()) {
                complete((ObjectNode) present, member.getValue());
            }
        }
    }
}

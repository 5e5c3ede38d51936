package dev.eventtester.tester.overview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.event.Event;
import dev.eventtester.outcome.document.Summary;
import dev.eventtester.tester.mapping.MappingResult;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The identities that a test may have made at its destination: the different ids in the payloads of those mappings of
 * which a call went out. An id is a text or number that is the value of a member named {@code userId} or
 * {@code user_id} ({@code anonymousId}, {@code anonymous_id}) at any depth, or that equals the event's own id wherever
 * it stands.
 */
public final class Identities {

    private static final Set<String> SENT =
            Set.of(Call.State.ANSWERED.name(), Call.State.TIMED_OUT.name(), Call.State.INTERRUPTED.name());

    private static final Set<String> USER = Set.of("userId", "user_id");
    private static final Set<String> ANONYMOUS = Set.of("anonymousId", "anonymous_id");

    private Identities() {}

    public static Summary.Identities of(Event event, Collection<MappingResult> results) {
        List<JsonNode> payloads = results.stream()
                .map(MappingResult::json)
                .filter(Identities::wasSent)
                .map(result -> result.path("payload"))
                .toList();
        return new Summary.Identities(
                ids(payloads, USER, text(event.document().path("userId"))),
                ids(payloads, ANONYMOUS, text(event.document().path("anonymousId"))));
    }

    private static boolean wasSent(JsonNode result) {
        for (JsonNode call : result.path("calls")) {
            if (SENT.contains(call.path("state").asText())) {
                return true;
            }
        }
        return false;
    }

    private static int ids(List<JsonNode> payloads, Set<String> names, String own) {
        Set<String> ids = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(payloads);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node.isObject()) {
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    String id = text(member.getValue());
                    if (!id.isEmpty() && (id.equals(own) || names.contains(member.getKey()))) {
                        ids.add(id);
                    }
                }
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    open.push(child);
                } else if (!own.isEmpty() && own.equals(text(child))) {
                    ids.add(own);
                }
            }
        }
        return ids.size();
    }

    /** The id that a value is; empty if it cannot be one. */
    private static String text(JsonNode value) {
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }
}

package dev.eventtester.tester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a record says that somebody is in an audience, as the reference engine derives it: from the membership of an
 * audience or a journey's step first, else from the sync mode and the name of a row's change.
 *
 * @param member whether the record means membership
 * @param because what says so, as one sentence
 */
record Membership(boolean member, String because) {

    private static final String SYNC_MODE = "__segment_internal_sync_mode";
    private static final Set<String> COMPUTATIONS = Set.of("audience", "journey_step");

    /**
     * The membership; empty where the record says nothing about one.
     *
     * @param settings the mapping's field values, which may name a sync mode
     */
    static Optional<Membership> of(JsonNode event, JsonNode settings) {
        JsonNode personas = event.path("context").path("personas");
        if (COMPUTATIONS.contains(personas.path("computation_class").asText())) {
            return computed(event, personas.path("computation_key").asText());
        }
        return synced(event, settings.path(SYNC_MODE).asText());
    }

    private static Optional<Membership> computed(JsonNode event, String key) {
        String members = event.path("type").asText().equals("identify") ? "traits" : "properties";
        JsonNode flag = event.path(members).path(key);
        return flag.isBoolean()
                ? Optional.of(new Membership(flag.booleanValue(), members + "." + key + " is " + flag + "."))
                : Optional.empty();
    }

    private static Optional<Membership> synced(JsonNode event, String mode) {
        if (!event.path("type").asText().equals("track")) {
            return Optional.empty();
        }
        String change = event.path("event").asText();
        String because = "The sync mode is " + mode + " and the row is " + change + ".";
        boolean joins = switch (mode) {
            case "add" -> change.equals("new");
            case "update" -> change.equals("updated");
            case "upsert", "mirror" -> change.equals("new") || change.equals("updated");
            default -> false;
        };
        if (joins) {
            return Optional.of(new Membership(true, because));
        }
        boolean leaves = change.equals("deleted") && (mode.equals("delete") || mode.equals("mirror"));
        return leaves ? Optional.of(new Membership(false, because)) : Optional.empty();
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("member", member).put("because", because);
    }
}

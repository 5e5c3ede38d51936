package dev.eventtester.destination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.event.JsonText;
import java.util.Set;

/** When the rows of a mapping's model are synchronised: kept for the clients that manage it, and run by nothing here. */
final class Schedule {

    private static final Set<String> STRATEGIES = Set.of("CRON", "DBT_CLOUD", "MANUAL", "PERIODIC", "SPECIFIC_DAYS");
    private static final int LONGEST = 4096;

    private Schedule() {}

    /**
     * The stored form of a schedule in a request; throws a 422 that names what is wrong.
     *
     * @param field the member of the request that holds it
     * @param wanted null to leave it as it is, a JSON null to have none
     * @param present the stored one, or null
     */
    static String changed(String field, JsonNode wanted, String present) {
        if (wanted == null || wanted.isNull()) {
            return wanted == null ? present : null;
        }
        if (!STRATEGIES.contains(wanted.path("strategy").asText())) {
            String strategy = field + ".strategy";
            throw ApiException.invalid(strategy, "\"" + strategy + "\" must be one of " + STRATEGIES + ".");
        }
        ObjectNode schedule = JsonNodeFactory.instance.objectNode();
        schedule.set("strategy", wanted.get("strategy"));
        JsonNode config = wanted.path("config");
        if (config.isObject()) {
            schedule.set("config", config);
        } else if (!config.isMissingNode() && !config.isNull()) {
            throw ApiException.invalid(field + ".config", "\"" + field + ".config\" must be an object.");
        }
        String text = schedule.toString();
        if (text.length() > LONGEST) {
            throw ApiException.tooLarge(field, "\"" + field + "\" is larger than 4 KB.");
        }
        return text;
    }

    /** A stored schedule as a client sees it, or null. */
    static JsonNode shown(String stored) {
        return stored == null ? null : JsonText.parse(stored);
    }
}

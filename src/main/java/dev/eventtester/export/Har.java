package dev.eventtester.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The calls of an outcome as HTTP Archive 1.2: every mapping that made calls is a page, every call an entry. Members
 * that begin with an underscore are this service's own.
 */
final class Har {

    private Har() {}

    /**
     * @param version of this service
     */
    static ObjectNode of(JsonNode outcome, String version) {
        ObjectNode har = JsonNodeFactory.instance.objectNode();
        ObjectNode log = har.putObject("log");
        log.put("version", "1.2");
        log.putObject("creator").put("name", "Event Tester").put("version", version);
        List<RecordedCall> calls = RecordedCall.all(outcome);
        ArrayNode pages = log.putArray("pages");
        outcome.path("mappings").forEach(mapping -> {
            if (!mapping.path("calls").isEmpty()) {
                pages.add(page(mapping));
            }
        });
        ArrayNode entries = log.putArray("entries");
        calls.forEach(call -> entries.add(HarEntry.of(call)));
        log.put("comment", comment(outcome));
        return har;
    }

    private static ObjectNode page(JsonNode mapping) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.set("startedDateTime", mapping.path("calls").path(0).path("startedAt"));
        page.put("id", mapping.path("subscriptionId").asText());
        page.put("title", mapping.path("name").asText());
        page.putObject("pageTimings").put("onContentLoad", -1).put("onLoad", -1);
        page.put("comment", mapping.path("verdict").asText());
        return page;
    }

    private static String comment(JsonNode outcome) {
        return "Outcome " + outcome.path("id").asText() + " of "
                + outcome.path("destination").path("name").asText() + ": "
                + outcome.path("verdict").asText() + ". Secrets are redacted.";
    }
}

package dev.eventtester.outcome.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.eventtester.event.JsonText;
import java.util.Map;

/** What becomes of the document of a test that never ended. */
public final class Interruption {

    private static final String REASON = "The service stopped during this test: calls may have been made.";

    private Interruption() {}

    /**
     * The same document, interrupted: whole, or its head.
     *
     * @param text as it was stored when the test began
     */
    public static String of(String text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> member : JsonText.members(text).entrySet()) {
            switch (member.getKey()) {
                case "status" -> json.put("status", Status.INTERRUPTED.name());
                case "verdict" -> json.put("verdict", Verdict.INTERRUPTED.name());
                case "notes" -> json.set("notes", note(JsonText.parse(member.getValue())));
                case "mappings" -> json.set("mappings", mappings(JsonText.parse(member.getValue())));
                default -> json.putRawValue(member.getKey(), new RawValue(member.getValue()));
            }
        }
        return OutcomeDocument.write(json);
    }

    private static JsonNode note(JsonNode notes) {
        ((com.fasterxml.jackson.databind.node.ArrayNode) notes)
                .addObject()
                .put("code", "interrupted")
                .put("message", REASON);
        return notes;
    }

    private static JsonNode mappings(JsonNode mappings) {
        mappings.forEach(mapping -> ((ObjectNode) mapping).put("verdict", MappingVerdict.INTERRUPTED.name()));
        return mappings;
    }
}

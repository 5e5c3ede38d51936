package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that a mapping is allowed to say but that does not do what it seems to.
 *
 * @param code stable name of the rule
 * @param pointer JSON pointer of the value inside the mapping
 * @param consequence what will really happen
 * @param rewrite the value to put at the pointer to get what was written; null where there is none
 */
public record MappingWarning(String code, String pointer, String consequence, JsonNode rewrite) {

    /** The warning with the members of this record; without {@code rewrite} where there is none. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", code);
        json.put("pointer", pointer);
        json.put("consequence", consequence);
        if (rewrite != null) {
            json.set("rewrite", rewrite);
        }
        return json;
    }
}

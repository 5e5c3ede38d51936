package dev.eventtester.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A place where a trigger does something else than its text suggests.
 *
 * @param code        a stable name in kebab case
 * @param position    offset in the text in UTF-16 units from 0
 * @param length      how many units the place covers
 * @param consequence what will really happen
 * @param rewrite     the whole trigger as it was probably meant, or null where none exists
 */
public record TriggerWarning(String code, int position, int length, String consequence, String rewrite) {

    /** The warning with the members of this record; without {@code rewrite} where there is none. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", code);
        json.put("position", position);
        json.put("length", length);
        json.put("consequence", consequence);
        if (rewrite != null) {
            json.put("rewrite", rewrite);
        }
        return json;
    }
}

package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A member of a mapping that ends up as a member of the result.
 *
 * @param keys the keys from the root of the result down to the member
 * @param from what the member's value comes from
 */
record FieldOrigin(List<String> keys, String from) {

    String name() {
        return String.join(".", keys);
    }

    JsonNode in(JsonNode result) {
        JsonNode value = result;
        for (String key : keys) {
            value = value.path(key);
        }
        return value;
    }
}

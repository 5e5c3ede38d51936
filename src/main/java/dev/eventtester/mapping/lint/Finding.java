package dev.eventtester.mapping.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.mapping.directive.Place;

/**
 * Something that a mapping does not do although it seems to say so.
 *
 * @param place where in the mapping
 * @param code stable name of the rule
 * @param consequence what will really happen
 * @param rewrite the value to put there to get what was written; null where there is none
 */
public record Finding(Place place, String code, String consequence, JsonNode rewrite) {

    /** Takes findings as they are made. */
    interface Sink {
        void add(Place place, String code, String consequence, JsonNode rewrite);
    }
}

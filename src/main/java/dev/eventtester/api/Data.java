package dev.eventtester.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The body of every successful answer: {@code {"data": {name: value, …}}}.
 *
 * @param data the named members, in order; values may be null and are then written as null
 */
public record Data(Map<String, Object> data) {

    /** An answer with one member. */
    public static Data of(String name, Object value) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(name, value);
        return new Data(data);
    }

    /** This answer with one more member. */
    public Data and(String name, Object value) {
        data.put(name, value);
        return this;
    }
}

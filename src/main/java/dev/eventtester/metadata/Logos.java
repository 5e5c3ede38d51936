package dev.eventtester.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The addresses of pictures; the catalog has none.
 *
 * @param standard empty
 */
record Logos(@JsonProperty("default") String standard) {

    static final Logos NONE = new Logos("");
}

package dev.eventtester.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The addresses of pictures; the catalog has none.
 *
 * @param standard empty
 */
@RegisterForReflection
record Logos(@JsonProperty("default") String standard) {

    static final Logos NONE = new Logos("");
}

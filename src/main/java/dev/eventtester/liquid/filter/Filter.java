package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;

/** Turns a value and its arguments into another value. */
@FunctionalInterface
public interface Filter {

    JsonNode apply(Invocation call);
}

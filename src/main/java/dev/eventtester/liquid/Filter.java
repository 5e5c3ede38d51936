package dev.eventtester.liquid;

import com.fasterxml.jackson.databind.JsonNode;

/** Turns a value and its arguments into another value. */
@FunctionalInterface
interface Filter {

    JsonNode apply(Invocation call);
}

package dev.eventtester.tester;

import dev.eventtester.access.Caller;
import dev.eventtester.idempotency.IdempotencyKey;
import java.util.Optional;

/**
 * A test as a caller wants it.
 *
 * @param destination its id, as it came in the path
 * @param mapping the id of the one mapping to test, as it came in the path; empty for all enabled ones
 * @param key empty if the same request again is another test
 */
record TestOrder(
        Caller caller,
        String destination,
        Optional<String> mapping,
        TestRequest request,
        Optional<IdempotencyKey> key) {}

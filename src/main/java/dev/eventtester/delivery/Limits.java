package dev.eventtester.delivery;

import dev.eventtester.delivery.address.RefusedException;
import dev.eventtester.delivery.address.Target;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;

/** The configured limits, checked: times in milliseconds, sizes in bytes. */
record Limits(
        long connectMillis, long callMillis, int responseBody, int requestBody, int headers, int concurrentCalls) {

    private static final int LEAST_HEADERS = 1024;

    /**
     * @throws IllegalStateException naming the key that has no usable value
     */
    static Limits of(DeliveryConfig config) {
        int calls = config.maxConcurrentCalls();
        if (calls < 1) {
            throw wrong("max-concurrent-calls", "must be at least 1");
        }
        return new Limits(
                millis("connect-timeout", config.connectTimeout()),
                millis("call-timeout", config.callTimeout()),
                size("max-response-body", config.maxResponseBody(), 0),
                size("max-request-body", config.maxRequestBody(), 0),
                size("max-headers", config.maxHeaders(), LEAST_HEADERS),
                calls);
    }

    private static long millis(String key, Duration duration) {
        if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(Duration.ofHours(1)) > 0) {
            throw wrong(key, "must be from 1 millisecond to 1 hour");
        }
        return duration.toMillis();
    }

    private static int size(String key, MemorySize size, int least) {
        long bytes = size.asLongValue();
        if (bytes < least || bytes > Integer.MAX_VALUE / 4) {
            throw wrong(key, "must be from " + least + " bytes to 511 megabytes");
        }
        return (int) bytes;
    }

    private static IllegalStateException wrong(String key, String rule) {
        return new IllegalStateException(DeliveryConfig.PREFIX + "." + key + " " + rule);
    }

    /**
     * What can be said of a request before its host's name is known.
     *
     * @return the request's target
     * @throws DeliveryException of kind {@code BLOCKED}
     */
    Target check(OutgoingRequest request) {
        Head.check(request, headers);
        if (request.body() != null && request.body().length > requestBody) {
            throw DeliveryException.blocked("the request's body has " + request.body().length + " bytes, more than the "
                    + requestBody + " that may be sent");
        }
        try {
            return Target.parse(request.url());
        } catch (RefusedException refused) {
            throw DeliveryException.blocked(refused.getMessage());
        }
    }
}

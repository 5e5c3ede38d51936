package dev.eventtester.api.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Errors;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be. One that announces itself as larger is refused before anything of it is read. */
@Singleton
class BodyLimit {

    private static final int EARLY = 1000;
    private static final String TRACKING = "/v1/";
    private static final int TRACKING_LIMIT = 500 * 1024;
    private static final String IMPORT = "/api/import";
    private static final int OTHER_LIMIT = 2 * 1024 * 1024;

    private final int limit;
    private final ObjectMapper mapper;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper mapper) {
        this.limit = Math.toIntExact(limit.asLongValue());
        this.mapper = mapper;
    }

    /** How many bytes a request may bring, unpacked. A whole configuration may be as large as any body. */
    int bytes(RoutingContext request) {
        if (request.normalizedPath().equals(IMPORT)) {
            return limit;
        }
        return Math.min(isTracking(request) ? TRACKING_LIMIT : OTHER_LIMIT, limit);
    }

    /** What a larger body is answered with: the Tracking API has one status for everything that it does not take. */
    ApiException refusal(RoutingContext request) {
        String message = "The request's body is larger than " + bytes(request) / 1024 + " KB.";
        return isTracking(request) ? ApiException.malformed(message) : ApiException.of(413, message);
    }

    private static boolean isTracking(RoutingContext request) {
        return request.normalizedPath().startsWith(TRACKING);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        if (announced(request.request()) <= bytes(request)) {
            request.next();
            return;
        }
        ApiException refusal = refusal(request);
        request.response()
                .setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(json(refusal));
        new Leftover(request.request()).discard();
    }

    private String json(ApiException refusal) {
        try {
            return mapper.writeValueAsString(new Errors(refusal.errors()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error is always JSON", e);
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

package dev.eventtester.source.tracking;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets the pages of every site send events: the Tracking API, and nothing else of this service, answers every origin. A
 * write key is no secret and no cookie is read, so there is nothing that another site could borrow.
 */
@Singleton
class CrossOrigin {

    /** Before everything that may refuse a request, so that a page can read the refusal too. */
    private static final int FIRST = 2000;

    private static final String TRACKING = "/v1/";
    private static final String DAY_SECONDS = "86400";

    void register(@Observes Filters filters) {
        filters.register(CrossOrigin::open, FIRST);
    }

    private static void open(RoutingContext request) {
        if (!request.normalizedPath().startsWith(TRACKING)) {
            request.next();
            return;
        }
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        if (isPreflight(request)) {
            response.setStatusCode(204)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wantedHeaders(request))
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY_SECONDS)
                    .end();
        } else {
            request.next();
        }
    }

    private static boolean isPreflight(RoutingContext request) {
        return request.request().method() == HttpMethod.OPTIONS
                && request.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** A star would leave out Authorization, which the browser's client sends. */
    private static String wantedHeaders(RoutingContext request) {
        String wanted = request.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        return wanted == null ? "Authorization, Content-Type" : wanted;
    }
}

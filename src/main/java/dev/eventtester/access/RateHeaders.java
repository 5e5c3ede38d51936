package dev.eventtester.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells the Public API's clients how fast they go: with every success, how many requests the workspace made in this
 * minute, how many it would have left under the published rate, and when the next minute starts. Clients slow down by
 * these numbers; this replica counts for itself and refuses nothing by them.
 */
@Singleton
class RateHeaders {

    private static final long PER_MINUTE = 10_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final String API = "/api";
    private static final int SUCCESS_FROM = 200;
    private static final int SUCCESS_TO = 299;

    private final CurrentVertxRequest current;
    private final Cache<Window, AtomicLong> counts =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(2)).build();

    RateHeaders(CurrentVertxRequest current) {
        this.current = current;
    }

    private record Window(UUID workspace, long minute) {}

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        if (status < SUCCESS_FROM
                || status > SUCCESS_TO
                || !request.getUriInfo().getPath().startsWith(API)) {
            return;
        }
        // only who was asked for a token already: a filter must not start to look for one
        if (current.getCurrent().user() instanceof QuarkusHttpUser user
                && Caller.of(user.getSecurityIdentity()) != null) {
            count(Caller.of(user.getSecurityIdentity()), response.getHeaders());
        }
    }

    private void count(Caller caller, MultivaluedMap<String, Object> headers) {
        long minute = System.currentTimeMillis() / MINUTE_MILLIS;
        long consumed = counts.get(new Window(caller.workspaceId(), minute), window -> new AtomicLong())
                .incrementAndGet();
        headers.putSingle("X-RateLimit-Consumed", consumed);
        headers.putSingle("X-RateLimit-Remaining", Math.max(0, PER_MINUTE - consumed));
        headers.putSingle("X-RateLimit-Reset", (minute + 1) * MINUTE_MILLIS / 1000);
    }
}

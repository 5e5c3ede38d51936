package dev.eventtester.audit;

import dev.eventtester.access.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Writes an entry before a change is answered. */
final class AuditFilter {

    private static final Set<String> CHANGES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final AuditLog log;
    private final SecurityIdentity identity;

    AuditFilter(AuditLog log, SecurityIdentity identity) {
        this.log = log;
        this.identity = identity;
    }

    @ServerResponseFilter
    Uni<Void> note(ContainerRequestContext request, ContainerResponseContext response) {
        Caller caller = isChange(request, response) ? Caller.of(identity) : null;
        if (caller == null) {
            return Uni.createFrom().voidItem();
        }
        String path = request.getUriInfo().getRequestUri().getRawPath();
        AuditEntry entry = new AuditEntry(caller, request.getMethod(), path, response.getStatus());
        // one statement is a transaction by itself, and callers wait for it
        return Panache.withSession(() -> log.persistAndFlush(entry)).replaceWithVoid();
    }

    private static boolean isChange(ContainerRequestContext request, ContainerResponseContext response) {
        return CHANGES.contains(request.getMethod())
                && request.getUriInfo().getPath().startsWith("/api/")
                && response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
    }
}

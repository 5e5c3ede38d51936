package dev.eventtester.access;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import dev.eventtester.api.Data;
import dev.eventtester.api.Require;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code GET /api} and {@code GET /api/echo}: where a token leads to, and what arrives here of a request. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
class WorkspaceResource {

    /** Headers that would show a secret to whoever reads the answer. */
    private static final Set<String> HIDDEN = Set.of("authorization", "cookie", "proxy-authorization");

    private static final String REDACTED = "<redacted>";

    private final Workspaces workspaces;
    private final SecurityIdentity identity;

    WorkspaceResource(Workspaces workspaces, SecurityIdentity identity) {
        this.workspaces = workspaces;
        this.identity = identity;
    }

    /** A workspace as the Public API shows it: exactly these members, since its clients refuse others. */
    @RegisterForReflection
    record View(UUID id, String slug, String name) {}

    @GET
    @Path("/")
    public Uni<Data> workspace() {
        return Panache.withSession(() -> workspaces.findById(Caller.of(identity).workspaceId()))
                .map(found -> Data.of("workspace", new View(found.id, found.slug, found.name)));
    }

    @GET
    @Path("/echo")
    @NonBlocking
    public Data echo(@RestQuery String message, @Context HttpHeaders headers) {
        Require.present("message", message);
        Map<String, String> received = new TreeMap<>();
        headers.getRequestHeaders().forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            received.put(key, HIDDEN.contains(key) ? REDACTED : String.join(", ", values));
        });
        return Data.of("method", "get").and("message", message).and("headers", received);
    }
}

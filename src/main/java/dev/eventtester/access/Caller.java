package dev.eventtester.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.UUID;

/**
 * Who makes a request.
 *
 * @param workspaceId the one workspace that it may see
 * @param role what it may do there
 * @param name how it is shown and recorded, for example {@code token:ci}
 */
public record Caller(UUID workspaceId, Role role, String name) {

    private static final String ATTRIBUTE = "caller";

    /** The caller of an authenticated request. */
    public static Caller of(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }

    SecurityIdentity identity() {
        return io.quarkus.security.runtime.QuarkusSecurityIdentity.builder()
                .setPrincipal(() -> name)
                .addRole(role.name())
                .addAttribute(ATTRIBUTE, this)
                .build();
    }
}

package dev.eventtester.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Finds the caller of a token that an OpenID Connect provider issued: its claims name a workspace and a role. */
@ApplicationScoped
class OpenIdConnectCallers implements SecurityIdentityAugmentor {

    private final AccessConfig.Oidc claims;
    private final Workspaces workspaces;

    OpenIdConnectCallers(AccessConfig config, Workspaces workspaces) {
        this.claims = config.oidc();
        this.workspaces = workspaces;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        Role role = role(text(token, claims.roleClaim()));
        String slug = text(token, claims.workspaceClaim());
        return Panache.withSession(() -> workspaces.withSlug(slug))
                .onItem()
                .ifNull()
                .failWith(() -> new AuthenticationFailedException("The token's workspace is unknown"))
                .map(workspace -> new Caller(workspace.id, role, "oidc:" + token.getName()).identity());
    }

    private static String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value instanceof String text) {
            return text;
        }
        // a provider's library may hand out its own kind of text
        if (value instanceof jakarta.json.JsonString text) {
            return text.getString();
        }
        throw new AuthenticationFailedException("The token has no claim " + claim);
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AuthenticationFailedException("The token's role is unknown"));
    }
}

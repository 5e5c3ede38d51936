package dev.eventtester.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** Finds the caller of an access token. */
@ApplicationScoped
class BearerIdentityProvider implements IdentityProvider<BearerToken> {

    private final AccessTokens tokens;

    BearerIdentityProvider(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<BearerToken> getRequestType() {
        return BearerToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(BearerToken request, AuthenticationRequestContext context) {
        SocketAddress remote =
                HttpSecurityUtils.getRoutingContextAttribute(request).request().remoteAddress();
        byte[] hash = TokenHash.of(request.text());
        Instant now = Instant.now();
        return Panache.withSession(() -> tokens.withHash(hash))
                .invoke(token -> requireValid(token, remote, now))
                .call(token -> token.isUseDue(now)
                        ? noteUse(token, now)
                        : Uni.createFrom().voidItem())
                .map(token -> token.caller().identity());
    }

    private static void requireValid(AccessToken token, SocketAddress remote, Instant now) {
        if (token == null || token.hasExpired(now) || (token.loopbackOnly && !isLoopback(remote))) {
            throw new AuthenticationFailedException();
        }
    }

    private Uni<Void> noteUse(AccessToken token, Instant now) {
        return Panache.withTransaction(() -> tokens.used(token.id, now)).replaceWithVoid();
    }

    private static boolean isLoopback(SocketAddress remote) {
        try {
            // a literal address: nothing is looked up
            return remote.hostAddress() != null
                    && InetAddress.getByName(remote.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

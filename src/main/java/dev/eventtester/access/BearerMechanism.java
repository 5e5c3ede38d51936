package dev.eventtester.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads {@code Authorization: Bearer <token>}. */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer";
    private static final int PRIORITY = 2 * HttpAuthenticationMechanism.DEFAULT_PRIORITY;
    private static final int JWT_DOTS = 2;

    private final boolean openIdConnect;

    BearerMechanism(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean openIdConnect) {
        this.openIdConnect = openIdConnect;
    }

    private static boolean isJwt(String token) {
        return token.chars().filter(c -> c == '.').count() == JWT_DOTS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        int length = SCHEME.length() + 1;
        if (header == null || !header.regionMatches(true, 0, SCHEME + " ", 0, length)) {
            return Uni.createFrom().nullItem();
        }
        String token = header.substring(length).trim();
        if (openIdConnect && isJwt(token)) {
            return Uni.createFrom().nullItem();
        }
        TokenCredential credential = new TokenCredential(token, SCHEME);
        return identities.authenticate(
                HttpSecurityUtils.setRoutingContextAttribute(new BearerToken(credential), request));
    }

    /** Before the one for OpenID Connect, which would refuse a token of this service. */
    @Override
    public int getPriority() {
        return PRIORITY;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(BearerToken.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, SCHEME));
    }
}

package dev.eventtester.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The wish to enter with an access token of this service. */
class BearerToken extends BaseAuthenticationRequest {

    private final TokenCredential credential;

    BearerToken(TokenCredential credential) {
        this.credential = credential;
    }

    String text() {
        return credential.getToken();
    }
}

package dev.eventtester.service;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Callers that an OpenID Connect provider vouches for. */
@QuarkusTest
@TestProfile(OpenIdConnectTest.Provider.class)
class OpenIdConnectTest {

    // profiles are read more than once and by other class loaders than the test: one key pair for all of them
    private static final String PRIVATE_KEY = "event-tester.test.private-key";
    private static final String PUBLIC_KEY = "event-tester.test.public-key";

    public static final class Provider implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            if (System.getProperty(PUBLIC_KEY) == null) {
                makeKeys();
            }
            return Map.of(
                    "quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.public-key", System.getProperty(PUBLIC_KEY));
        }

        private static void makeKeys() {
            KeyPair keys = keys();
            Base64.Encoder base64 = Base64.getEncoder();
            System.setProperty(
                    PRIVATE_KEY, base64.encodeToString(keys.getPrivate().getEncoded()));
            System.setProperty(
                    PUBLIC_KEY, base64.encodeToString(keys.getPublic().getEncoded()));
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_members_token_may_test_and_not_see_tokens() throws Exception {
        Service member = Service.as(sign(claims("default", "MEMBER")));

        Service.data(member.get("/api/outcomes"), 200);
        Service.error(member.get("/api/tokens"), 403);
    }

    @Test
    void an_owners_token_may_see_tokens() throws Exception {
        Service.data(Service.as(sign(claims("default", "OWNER"))).get("/api/tokens"), 200);
    }

    @Test
    void refuses_an_unknown_workspace_an_unknown_role_and_missing_claims() throws Exception {
        Service.error(Service.as(sign(claims("nowhere", "OWNER"))).get("/api/sources"), 401);
        Service.error(Service.as(sign(claims("default", "KING"))).get("/api/sources"), 401);
        Service.error(
                Service.as(sign(Jwt.upn("ann").expiresIn(Duration.ofMinutes(5))))
                        .get("/api/sources"),
                401);
    }

    @Test
    void refuses_an_expired_token_and_one_that_somebody_else_signed() throws Exception {
        Service.error(
                Service.as(sign(claims("default", "OWNER").expiresAt(1_000_000L)))
                        .get("/api/sources"),
                401);
        String forged = claims("default", "OWNER").sign(keys().getPrivate());
        Service.error(Service.as(forged).get("/api/sources"), 401);
    }

    @Test
    void tokens_of_this_service_keep_working() {
        Service.data(Service.owner().get("/api/sources"), 200);
    }

    private static JwtClaimsBuilder claims(String workspace, String role) {
        return Jwt.upn("ann").claim("workspace", workspace).claim("role", role).expiresIn(Duration.ofMinutes(5));
    }

    private static String sign(JwtClaimsBuilder claims) throws Exception {
        byte[] key = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
        return claims.sign(java.security.KeyFactory.getInstance("RSA")
                .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(key)));
    }
}

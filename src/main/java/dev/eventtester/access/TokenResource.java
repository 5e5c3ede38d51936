package dev.eventtester.access;

import static dev.eventtester.access.Role.OWNER_NAME;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import dev.eventtester.api.Require;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/tokens}: the access tokens of the owner's workspace. A token itself is shown once, when it is made. */
@Path("/api")
@RolesAllowed(OWNER_NAME)
class TokenResource {

    private static final String PREFIX = "et_";
    private static final int RANDOM_BYTES = 32;

    private final AccessTokens tokens;
    private final SecurityIdentity identity;
    private final SecureRandom random = new SecureRandom();

    TokenResource(AccessTokens tokens, SecurityIdentity identity) {
        this.tokens = tokens;
        this.identity = identity;
    }

    /**
     * What a new token is made of.
     *
     * @param expiresAt an RFC 3339 time, or null for a token that lives until it is deleted
     */
    record Creation(String name, String role, String expiresAt) {}

    /**
     * A token as it is shown.
     *
     * @param token the token itself; null but in the answer to its creation
     */
    @RegisterForReflection
    record View(
            UUID id,
            String name,
            Role role,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String token) {

        static View of(AccessToken stored, String token) {
            return new View(
                    stored.id, stored.name, stored.role, stored.createdAt, stored.expiresAt, stored.lastUsedAt, token);
        }
    }

    @POST
    @Path("/tokens")
    @ResponseStatus(201)
    public Uni<Data> create(Creation body) {
        Creation wanted = Require.body(body);
        Require.name("name", wanted.name());
        String token = token();
        AccessToken fresh = new AccessToken(workspace(), wanted.name(), role(wanted.role()), TokenHash.of(token));
        fresh.expiresAt = expiry(wanted.expiresAt());
        return Panache.withTransaction(() -> tokens.named(workspace(), wanted.name())
                .onItem()
                .ifNotNull()
                .failWith(() -> ApiException.conflict("name", "There is a token \"" + wanted.name() + "\" already."))
                .chain(() -> tokens.persist(fresh))
                .map(stored -> Data.of("token", View.of(stored, token))));
    }

    @GET
    @Path("/tokens")
    public Uni<Data> list(@Context UriInfo uri) {
        Page page = Page.of(uri);
        return Panache.withSession(() -> tokens.page(workspace(), page))
                .map(slice -> slice.as("tokens", token -> View.of(token, null)));
    }

    @DELETE
    @Path("/tokens/{id}")
    public Uni<Data> delete(String id) {
        return Panache.withTransaction(
                () -> tokens.require(workspace(), id).chain(tokens::delete).replaceWith(Data.of("status", "SUCCESS")));
    }

    private String token() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Role role(String name) {
        Require.present("role", name);
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid("role", "\"role\" must be one of OWNER, MEMBER, VIEWER."));
    }

    private static Instant expiry(String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant expiry = OffsetDateTime.parse(text).toInstant();
            if (expiry.isAfter(Instant.now())) {
                return expiry;
            }
        } catch (DateTimeParseException e) {
            // the same rule is broken
        }
        throw ApiException.invalid("expiresAt", "\"expiresAt\" must be a future time such as 2030-01-31T12:00:00Z.");
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

package dev.eventtester.tester;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.eventtester.access.Caller;
import dev.eventtester.api.Data;
import dev.eventtester.outcome.OutcomeDocument;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code POST …/test}: the Event Tester and the Mappings Tester. A caller that disconnects does not stop a test. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TesterResource {

    private final EventTester tester;
    private final SecurityIdentity identity;

    TesterResource(EventTester tester, SecurityIdentity identity) {
        this.tester = tester;
        this.identity = identity;
    }

    @POST
    @Path("/destinations/{destination}/test")
    @Cancellable(false)
    public Uni<Data> testAll(String destination, String body) {
        return tester.testAll(caller(), destination, TestRequest.of(body)).map(TesterResource::answer);
    }

    @POST
    @Path("/destinations/{destination}/subscriptions/{subscription}/test")
    @Cancellable(false)
    public Uni<Data> testOne(String destination, String subscription, String body) {
        return tester.testOne(caller(), destination, subscription, TestRequest.of(body))
                .map(TesterResource::answer);
    }

    private static Data answer(OutcomeDocument document) {
        return Data.of("outcome", new RawValue(document.text()));
    }

    private Caller caller() {
        return Caller.of(identity);
    }
}

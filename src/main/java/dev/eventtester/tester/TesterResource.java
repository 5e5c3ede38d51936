package dev.eventtester.tester;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.eventtester.access.Caller;
import dev.eventtester.api.Data;
import dev.eventtester.idempotency.IdempotencyKey;
import dev.eventtester.progress.EventStream;
import dev.eventtester.progress.Progress;
import dev.eventtester.progress.ProgressStream;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code POST …/test}: the Event Tester and the Mappings Tester. A caller that disconnects does not stop a test. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
class TesterResource {

    private final EventTester tester;
    private final SecurityIdentity identity;

    TesterResource(EventTester tester, SecurityIdentity identity) {
        this.tester = tester;
        this.identity = identity;
    }

    @POST
    @Path("/destinations/{destination}/test")
    public Uni<Response> testAll(String destination, String body, @Context HttpHeaders headers) {
        return answer(destination, Optional.empty(), body, headers);
    }

    @POST
    @Path("/destinations/{destination}/subscriptions/{subscription}/test")
    public Uni<Response> testOne(String destination, String subscription, String body, @Context HttpHeaders headers) {
        return answer(destination, Optional.of(subscription), body, headers);
    }

    private Uni<Response> answer(String destination, Optional<String> mapping, String body, HttpHeaders headers) {
        String path = destination + mapping.map(id -> "/" + id).orElse("");
        Optional<IdempotencyKey> key = IdempotencyKey.of(headers.getRequestHeader(IdempotencyKey.HEADER), path, body);
        TestOrder order = new TestOrder(Caller.of(identity), destination, mapping, TestRequest.of(body), key);
        return switch (AnswerMode.of(headers)) {
            case WHOLE -> whole(order);
            case STREAMED -> streamed(order);
            case LATER -> later(order);
        };
    }

    private Uni<Response> whole(TestOrder order) {
        return tester.start(order, Progress.UNSEEN)
                .chain(EventTester.Started::end)
                .map(document -> json(Response.ok(), document));
    }

    private Uni<Response> streamed(TestOrder order) {
        ProgressStream progress = new ProgressStream();
        return tester.start(order, progress)
                .map(started -> progress.events(started.end().map(TesterResource::text)))
                .map(events -> Response.ok(new EventStream(events), MediaType.SERVER_SENT_EVENTS_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .build());
    }

    private Uni<Response> later(TestOrder order) {
        return tester.start(order, Progress.UNSEEN)
                .chain(started -> started.current()
                        .map(document -> json(
                                Response.accepted()
                                        .header(HttpHeaders.LOCATION, "/api/outcomes/" + started.outcomeId())
                                        .header("Preference-Applied", AnswerMode.RESPOND_ASYNC),
                                document)));
    }

    private static Response json(Response.ResponseBuilder response, String document) {
        return response.entity(Data.of("outcome", new RawValue(document)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The same text that {@link #json} writes. */
    private static String text(String document) {
        return "{\"data\":{\"outcome\":" + document + "}}";
    }
}

package dev.eventtester.assist;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Caller;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.declared.CredentialsCheck;
import dev.eventtester.api.Data;
import dev.eventtester.delivery.Courier;
import dev.eventtester.delivery.Delivery;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.secret.Redaction;
import dev.eventtester.destination.ConfiguredDestinations;
import dev.eventtester.destination.configured.ConfiguredDestination;
import dev.eventtester.field.Validation;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.util.List;

/** {@code POST …/credentials-check}: whether a destination accepts its settings, in its own words. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class CredentialsResource {

    private final ConfiguredDestinations destinations;
    private final Courier courier;
    private final SecurityIdentity identity;
    private final InstantSource clock = InstantSource.system();

    CredentialsResource(ConfiguredDestinations destinations, Courier courier, SecurityIdentity identity) {
        this.destinations = destinations;
        this.courier = courier;
        this.identity = identity;
    }

    private enum Answer {
        VALID,
        INVALID,
        /** The definition has no way to ask, or the destination could not be asked. */
        NOT_CHECKABLE
    }

    @POST
    @Path("/destinations/{id}/credentials-check")
    public Uni<Data> check(String id) {
        return Panache.withSession(() -> destinations.read(Caller.of(identity).workspaceId(), id))
                .chain(this::check);
    }

    private Uni<Data> check(ConfiguredDestination destination) {
        JsonNode settings = destination.settings().deepCopy();
        Validation validation = destination.definition().settings().validateSettings(settings);
        if (!validation.isValid()) {
            return Uni.createFrom().item(answer(Answer.INVALID, validation.message(), List.of()));
        }
        if (destination.definition().credentialsCheck().isEmpty()) {
            String reason = destination.definition().name() + " offers no way to check its settings.";
            return Uni.createFrom().item(answer(Answer.NOT_CHECKABLE, reason, List.of()));
        }
        return ask(destination, destination.definition().credentialsCheck().get(), settings);
    }

    private Uni<Data> ask(ConfiguredDestination destination, CredentialsCheck check, JsonNode settings) {
        Redaction redaction = Redaction.of(destination.secrets());
        Delivery delivery = courier.open(redaction);
        return check.check(settings, clock, delivery::send)
                .map(result -> answer(
                        result.valid() ? Answer.VALID : Answer.INVALID,
                        redaction.apply(result.words()),
                        delivery.calls()))
                .onFailure(failure -> failure instanceof DeliveryException || failure instanceof ActionException)
                .recoverWithItem(failure ->
                        answer(Answer.NOT_CHECKABLE, redaction.apply(failure.getMessage()), delivery.calls()));
    }

    private static Data answer(Answer answer, String message, List<Call> calls) {
        return Data.of("credentials", answer.name())
                .and("message", message)
                .and("calls", calls.stream().map(Call::toJson).toList());
    }
}

package dev.eventtester.assist;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import dev.eventtester.access.Caller;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import dev.eventtester.destination.ConfiguredDestinations;
import dev.eventtester.destination.configured.ConfiguredDestination;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import dev.eventtester.model.ModelColumns;
import dev.eventtester.model.Models;
import dev.eventtester.sample.Sample;
import dev.eventtester.sample.SampleEvents;
import dev.eventtester.sample.Wanted;
import dev.eventtester.trigger.InvalidTriggerException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** {@code POST …/sample-event}: an event to begin with, for a destination or made to measure for one mapping. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class SampleResource {

    private static final String COLUMNS_UNKNOWN = "The model's columns are not known, so the row has invented ones;"
            + " set them with PUT /api/reverse-etl-models/{id}/columns.";

    private final ConfiguredDestinations destinations;
    private final Models models;
    private final SecurityIdentity identity;
    private final Vertx vertx;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom seeds = new SecureRandom();

    SampleResource(ConfiguredDestinations destinations, Models models, SecurityIdentity identity, Vertx vertx) {
        this.destinations = destinations;
        this.models = models;
        this.identity = identity;
        this.vertx = vertx;
    }

    /**
     * What kind of sample is wanted.
     *
     * @param type null for what suits the mapping, or a track
     * @param product null for the source's default
     * @param subscriptionId the mapping that the sample must satisfy, or null
     */
    record Wish(String type, String product, String subscriptionId) {}

    @POST
    @Path("/destinations/{id}/sample-event")
    public Uni<Data> sample(String id, Wish body) {
        Wish wish = body == null ? new Wish(null, null, null) : body;
        EventType type = type(wish.type());
        Product product = product(wish.product());
        return Panache.withSession(() -> destinations
                        .read(Caller.of(identity).workspaceId(), id)
                        .chain(destination -> request(destination, wish.subscriptionId(), product, type)))
                .chain(request -> Uni.createFrom()
                        .completionStage(() -> vertx.getOrCreateContext()
                                .executeBlocking(() -> sample(request), false)
                                .toCompletionStage()));
    }

    /**
     * All that a sample is made of.
     *
     * @param mapping null for none
     */
    private record Request(ConfiguredMapping mapping, Wanted wanted, boolean columnsKnown) {}

    private Uni<Request> request(
            ConfiguredDestination destination, String subscriptionId, Product product, EventType type) {
        Product effective = product == null ? destination.usualProduct() : product;
        if (subscriptionId == null) {
            EventType wanted = type == null ? EventType.TRACK : type;
            return Uni.createFrom().item(new Request(null, Wanted.of(effective, wanted), true));
        }
        ConfiguredMapping mapping = destination.requireMapping(subscriptionId);
        return models.columnsOf(mapping.modelId()).map(columns -> {
            boolean known = effective != Product.REVERSE_ETL || columns.origin() != ModelColumns.Origin.IDENTIFIER;
            return new Request(mapping, new Wanted(effective, type, columns.rows()), known);
        });
    }

    private Data sample(Request request) {
        SplittableRandom random = new SplittableRandom(seeds.nextLong());
        Wanted wanted = request.wanted();
        if (request.mapping() == null) {
            return Data.of("event", SampleEvents.of(wanted.type(), wanted.product(), clock, random));
        }
        Sample sample = fitting(request.mapping(), wanted, random);
        List<String> notes = new ArrayList<>(sample.notes());
        if (!request.columnsKnown()) {
            notes.add(COLUMNS_UNKNOWN);
        }
        return Data.of("event", sample.event()).and("fits", sample.fits()).and("notes", notes);
    }

    private Sample fitting(ConfiguredMapping mapping, Wanted wanted, SplittableRandom random) {
        try {
            return SampleEvents.forMapping(
                    wanted,
                    mapping.compiled().trigger(),
                    mapping.compiled().settings(),
                    mapping.action().fields(),
                    clock,
                    random);
        } catch (InvalidTriggerException e) {
            throw ApiException.invalid("subscriptionId", "The mapping's trigger is not valid: " + e.getMessage());
        }
    }

    private static EventType type(String wire) {
        if (wire == null) {
            return null;
        }
        return EventType.of(wire.toLowerCase(Locale.ROOT))
                .filter(EventType::isTestable)
                .orElseThrow(() ->
                        ApiException.invalid("type", "\"type\" must be one of track, identify, page, screen, group."));
    }

    private static Product product(String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Product.values())
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        "product", "\"product\" must be one of " + Arrays.toString(Product.values()) + "."));
    }
}

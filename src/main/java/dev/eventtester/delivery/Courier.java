package dev.eventtester.delivery;

import dev.eventtester.delivery.address.AddressGuard;
import dev.eventtester.delivery.address.Resolver;
import dev.eventtester.delivery.secret.Redaction;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Hands out deliveries, which share one client and its limits. Made at the start, so that a wrong key stops it. */
@Startup
@ApplicationScoped
public class Courier {

    private final Wire wire;
    private final AddressGuard guard;

    /**
     * @throws IllegalStateException naming the configuration key that is wrong
     */
    @Inject
    public Courier(Vertx vertx, DeliveryConfig config, Resolver resolver) {
        this(vertx, config, resolver, null);
    }

    Courier(Vertx vertx, DeliveryConfig config, Resolver resolver, TrustOptions trust) {
        this.guard = AddressGuard.of(config.allow().orElse(List.of()));
        this.wire = new Wire(vertx, guard, Limits.of(config), resolver, trust);
    }

    /** A delivery that sends; one per mapping result. */
    public Delivery open(Redaction redaction) {
        return new WireDelivery(wire, redaction);
    }

    /**
     * A delivery that checks and records every request as {@code PREPARED}, opens nothing, and answers with an assumed
     * {@code 200 OK} and the body {@code {}} of type {@code application/json}. Names are not resolved; what can be
     * refused without that is refused.
     */
    public Delivery prepare(Redaction redaction) {
        return new PreparedDelivery(wire.limits(), guard, redaction);
    }

    /** How many connections all deliveries have begun to open since the start. */
    public long connectionsOpened() {
        return wire.connectionsOpened();
    }
}

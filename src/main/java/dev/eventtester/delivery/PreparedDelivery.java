package dev.eventtester.delivery;

import dev.eventtester.delivery.address.AddressGuard;
import dev.eventtester.delivery.address.RefusedException;
import dev.eventtester.delivery.address.Target;
import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.CallLog;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.delivery.secret.Redaction;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Checks and records requests. It has no way to the network: not even names are resolved. */
final class PreparedDelivery implements Delivery {

    /** What is assumed of every destination, so that an action that makes several calls shows them all. */
    private static final Answer ASSUMED = new Answer(
            200,
            "OK",
            Map.of("content-type", List.of("application/json")),
            "{}".getBytes(StandardCharsets.UTF_8),
            false);

    private final Limits limits;
    private final AddressGuard guard;
    private final CallLog log;

    PreparedDelivery(Limits limits, AddressGuard guard, Redaction redaction) {
        this.limits = limits;
        this.guard = guard;
        this.log = new CallLog(redaction, limits.requestBody());
    }

    @Override
    public Uni<Answer> send(OutgoingRequest request) {
        return Uni.createFrom().item(() -> prepare(Head.withoutWireHeaders(request)));
    }

    private Answer prepare(OutgoingRequest request) {
        CallLog.Entry entry = log.begin(request);
        try {
            check(request);
        } catch (DeliveryException refused) {
            entry.end(refused.kind(), refused.reason(), null);
            throw refused;
        }
        entry.end(Call.State.PREPARED, null, null);
        return ASSUMED;
    }

    private void check(OutgoingRequest request) {
        Target target = limits.check(request);
        if (target.literal() == null) {
            return;
        }
        try {
            guard.judge(target, List.of(target.literal()));
        } catch (RefusedException refused) {
            throw DeliveryException.blocked(refused.getMessage());
        }
    }

    @Override
    public List<Call> calls() {
        return log.calls();
    }

    @Override
    public int connectionsOpened() {
        return 0;
    }
}

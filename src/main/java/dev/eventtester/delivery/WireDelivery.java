package dev.eventtester.delivery;

import dev.eventtester.delivery.address.Target;
import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.CallLog;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.delivery.secret.Redaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests. */
final class WireDelivery implements Delivery {

    private static final String GIVEN_UP = "the call was given up before it was answered";

    private final Wire wire;
    private final CallLog log;
    private final AtomicInteger opened = new AtomicInteger();

    WireDelivery(Wire wire, Redaction redaction) {
        this.wire = wire;
        this.log = new CallLog(redaction, wire.limits().requestBody());
    }

    @Override
    public Uni<Answer> send(OutgoingRequest request) {
        OutgoingRequest sent = Head.withoutWireHeaders(request);
        return Uni.createFrom().emitter(emitter -> begin(sent, emitter));
    }

    private void begin(OutgoingRequest request, UniEmitter<? super Answer> emitter) {
        CallLog.Entry entry = log.begin(request);
        Target target;
        try {
            target = wire.limits().check(request);
        } catch (DeliveryException refused) {
            entry.end(refused.kind(), refused.reason(), null);
            emitter.fail(refused);
            return;
        }
        Context context = wire.vertx().getOrCreateContext();
        Exchange exchange =
                new Exchange(wire, context, request, target, opened::incrementAndGet, ending(entry, emitter));
        emitter.onTermination(() -> {
            entry.end(Call.State.INTERRUPTED, GIVEN_UP, null);
            exchange.cancel();
        });
        exchange.start();
    }

    private static Exchange.Ending ending(CallLog.Entry entry, UniEmitter<? super Answer> emitter) {
        return new Exchange.Ending() {
            @Override
            public void answered(Answer answer) {
                entry.end(Call.State.ANSWERED, null, answer);
                emitter.complete(answer);
            }

            @Override
            public void failed(DeliveryException failure, Answer partial) {
                entry.end(failure.kind(), failure.reason(), partial);
                emitter.fail(failure);
            }
        };
    }

    @Override
    public List<Call> calls() {
        return log.calls();
    }

    @Override
    public int connectionsOpened() {
        return opened.get();
    }
}

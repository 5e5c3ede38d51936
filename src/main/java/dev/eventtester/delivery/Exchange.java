package dev.eventtester.delivery;

import dev.eventtester.delivery.address.Target;
import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/** One request on its way: resolved, judged, given a place, connected, sent, answered. All runs on one context. */
final class Exchange {

    /** How far a call has come. */
    enum Phase {
        RESOLVING,
        QUEUED,
        CONNECTING,
        ANSWERING,
        READING,
        DONE
    }

    /** How a call ends; called once, on the context. */
    interface Ending {
        void answered(Answer answer);

        /**
         * @param partial what of an answer had come; null if nothing
         */
        void failed(DeliveryException failure, Answer partial);
    }

    private static final Set<String> EXPECTING_BODY = Set.of("POST", "PUT", "PATCH");

    private final Wire wire;
    private final Vertx vertx;
    private final Context context;
    private final OutgoingRequest outgoing;
    private final Target target;
    private final Runnable opening;
    private final Ending ending;
    private final ReceivedAnswer received;
    private final Runnable granted = this::granted;

    private Phase phase = Phase.RESOLVING;
    private long callTimer;
    private long nameTimer;
    private List<InetAddress> addresses;
    private int dialled;
    private HttpClientRequest request;
    private HttpClientResponse response;

    /**
     * @param opening runs when a connection is about to be opened
     */
    Exchange(Wire wire, Context context, OutgoingRequest outgoing, Target target, Runnable opening, Ending ending) {
        this.wire = wire;
        this.vertx = wire.vertx();
        this.context = context;
        this.outgoing = outgoing;
        this.target = target;
        this.opening = opening;
        this.ending = ending;
        this.received = new ReceivedAnswer(wire.limits().responseBody());
    }

    void start() {
        context.runOnContext(ignored -> resolve());
    }

    /** Hangs up, unless the call has ended; the ending is not told. */
    void cancel() {
        context.runOnContext(ignored -> end());
    }

    private void resolve() {
        if (phase != Phase.RESOLVING) {
            return;
        }
        callTimer = vertx.setTimer(wire.limits().callMillis(), ignored -> timeOut());
        nameTimer = vertx.setTimer(wire.limits().connectMillis(), ignored -> timeOutName());
        wire.addresses(target).onComplete(found -> context.runOnContext(ignored -> resolved(found)));
    }

    private void resolved(AsyncResult<List<InetAddress>> found) {
        if (phase != Phase.RESOLVING) {
            return;
        }
        vertx.cancelTimer(nameTimer);
        if (found.failed() || found.result().isEmpty()) {
            fail(failure(found.cause()));
            return;
        }
        addresses = found.result();
        phase = Phase.QUEUED;
        wire.places().enter(granted);
    }

    private void granted() {
        context.runOnContext(ignored -> dial());
    }

    private void dial() {
        if (phase == Phase.QUEUED) {
            phase = Phase.CONNECTING;
            dialNext();
        }
    }

    private void dialNext() {
        opening.run();
        Future.succeededFuture(addresses.get(dialled++))
                .compose(address -> wire.dial(outgoing, target, address))
                .onComplete(connected -> context.runOnContext(ignored -> connected(connected)));
    }

    private void connected(AsyncResult<HttpClientRequest> connected) {
        if (phase != Phase.CONNECTING) {
            if (connected.succeeded()) {
                connected.result().connection().close();
            }
            return;
        }
        if (connected.failed()) {
            unconnected(connected.cause());
            return;
        }
        phase = Phase.ANSWERING;
        request = connected.result();
        request.exceptionHandler(cause -> fail(failure(cause)));
        request.connection().exceptionHandler(ignored -> {});
        Future.succeededFuture(outgoing.body()).compose(this::send).onComplete(this::answering);
    }

    /** Another address of the name may be reachable where this one is not; nothing has been sent yet. */
    private void unconnected(Throwable cause) {
        if (dialled < addresses.size() && Failures.isUnconnected(cause)) {
            dialNext();
        } else {
            fail(failure(cause));
        }
    }

    private Future<HttpClientResponse> send(byte[] bytes) {
        addHeaders();
        if (bytes != null) {
            return request.send(Buffer.buffer(bytes));
        }
        if (EXPECTING_BODY.contains(outgoing.method())) {
            request.putHeader("content-length", "0");
        }
        return request.send();
    }

    private void addHeaders() {
        request.putHeader("host", target.authority());
        outgoing.headers().forEach(request::putHeader);
        if (!outgoing.headers().containsKey("accept")) {
            request.putHeader("accept", "*/*");
        }
        request.putHeader("accept-encoding", "gzip");
    }

    /** Must not leave the event that brought the response: its body flows as soon as that is over. */
    private void answering(AsyncResult<HttpClientResponse> answered) {
        if (phase != Phase.ANSWERING) {
            return;
        }
        if (answered.failed()) {
            fail(failure(answered.cause()));
            return;
        }
        response = answered.result();
        response.exceptionHandler(cause -> fail(failure(cause)));
        String unfit = unfit(response.statusCode());
        if (unfit != null) {
            fail(DeliveryException.unreachable(unfit));
            return;
        }
        phase = Phase.READING;
        response.handler(this::read);
        response.endHandler(ignored -> complete());
    }

    private static String unfit(int status) {
        if (status == 101) {
            return "the answer switches to another protocol, which was not asked for";
        }
        return status < 100 || status > 999
                ? "the answer has the status " + status + ", which is not valid HTTP"
                : null;
    }

    private void read(Buffer chunk) {
        if (phase == Phase.READING && !received.add(chunk)) {
            complete();
        }
    }

    private void complete() {
        if (phase == Phase.READING) {
            Answer answer = received.answer(response, false);
            end();
            ending.answered(answer);
        }
    }

    private void timeOut() {
        fail(Failures.timedOut(phase, target, received.size(), wire.limits()));
    }

    private void timeOutName() {
        if (phase == Phase.RESOLVING) {
            fail(Failures.unresolved(target, wire.limits()));
        }
    }

    private DeliveryException failure(Throwable cause) {
        InetAddress address = dialled == 0 ? null : addresses.get(dialled - 1);
        return Failures.of(cause, phase, target, address, wire.limits());
    }

    private void fail(DeliveryException failure) {
        if (phase != Phase.DONE) {
            Answer partial = phase == Phase.READING ? received.answer(response, true) : null;
            end();
            ending.failed(failure, partial);
        }
    }

    private void end() {
        if (phase == Phase.DONE) {
            return;
        }
        boolean placed = phase.compareTo(Phase.QUEUED) > 0
                || phase == Phase.QUEUED && !wire.places().giveUp(granted);
        phase = Phase.DONE;
        vertx.cancelTimer(callTimer);
        vertx.cancelTimer(nameTimer);
        if (request != null) {
            request.connection().close();
        }
        if (placed) {
            wire.places().leave();
        }
    }
}

package dev.eventtester.delivery;

import dev.eventtester.delivery.address.Target;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request on its way: resolved, judged, given a place, connected, sent, answered. Everything runs on one context. */
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

    private final Wire wire;
    private final Vertx vertx;
    private final Context context;
    private final OutgoingRequest outgoing;
    private final Target target;
    private final Runnable opening;
    private final Ending ending;
    private final ReceivedBody body;
    private final Runnable granted = this::granted;

    private Phase phase = Phase.RESOLVING;
    private long callTimer;
    private long nameTimer;
    private InetAddress address;
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
        this.body = new ReceivedBody(wire.limits().responseBody());
    }

    void start() {
        context.runOnContext(ignored -> resolve());
    }

    /** Ends the call as interrupted unless it has ended. */
    void cancel() {
        context.runOnContext(ignored ->
                fail(new DeliveryException(Call.State.INTERRUPTED, "the call was given up before it was answered")));
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
        address = found.result().get(0);
        phase = Phase.QUEUED;
        wire.places().enter(granted);
    }

    private void granted() {
        context.runOnContext(ignored -> dial());
    }

    private void dial() {
        if (phase != Phase.QUEUED) {
            return;
        }
        phase = Phase.CONNECTING;
        opening.run();
        Future.succeededFuture(address)
                .compose(dialled -> wire.dial(outgoing, target, dialled))
                .onComplete(connected -> context.runOnContext(ignored -> connected(connected)));
    }

    private void connected(AsyncResult<HttpClientRequest> connected) {
        if (phase != Phase.CONNECTING) {
            if (connected.succeeded()) {
                connected.result().reset();
            }
            return;
        }
        if (connected.failed()) {
            fail(failure(connected.cause()));
            return;
        }
        phase = Phase.ANSWERING;
        request = connected.result();
        request.exceptionHandler(cause -> fail(failure(cause)));
        Future.succeededFuture(outgoing.body()).compose(this::send).onComplete(this::answering);
    }

    private Future<HttpClientResponse> send(byte[] bytes) {
        addHeaders();
        return bytes == null ? request.send() : request.send(Buffer.buffer(bytes));
    }

    private void addHeaders() {
        request.putHeader("host", target.authority());
        outgoing.headers().forEach(request::putHeader);
        if (!outgoing.headers().containsKey("accept")) {
            request.putHeader("accept", "*/*");
        }
        if (!outgoing.headers().containsKey("accept-encoding")) {
            request.putHeader("accept-encoding", "gzip");
        }
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
        String unfit = unfit(response.statusCode());
        if (unfit != null) {
            fail(DeliveryException.unreachable(unfit));
            return;
        }
        phase = Phase.READING;
        response.exceptionHandler(cause -> fail(failure(cause)));
        response.handler(this::read);
        response.endHandler(ignored -> complete());
    }

    private static String unfit(int status) {
        if (status == 101) {
            return "the answer switches to another protocol, which was not asked for";
        }
        return status < 100 || status > 999 ? "the answer has the status " + status + ", which is not valid HTTP" : null;
    }

    private void read(Buffer chunk) {
        if (phase == Phase.READING && !body.add(chunk)) {
            complete();
        }
    }

    private void complete() {
        if (phase == Phase.READING) {
            Answer answer = answer(false);
            end();
            request.connection().close();
            ending.answered(answer);
        }
    }

    private void timeOut() {
        fail(Failures.timedOut(phase, target, body.size(), wire.limits()));
    }

    private void timeOutName() {
        if (phase == Phase.RESOLVING) {
            fail(Failures.unresolved(target, wire.limits()));
        }
    }

    private DeliveryException failure(Throwable cause) {
        return Failures.of(cause, phase, target, address, wire.limits());
    }

    private void fail(DeliveryException failure) {
        if (phase == Phase.DONE) {
            return;
        }
        Answer partial = phase == Phase.READING ? answer(true) : null;
        end();
        if (request != null) {
            request.reset();
        }
        ending.failed(failure, partial);
    }

    private void end() {
        boolean placed = phase.compareTo(Phase.QUEUED) > 0
                || phase == Phase.QUEUED && !wire.places().giveUp(granted);
        phase = Phase.DONE;
        vertx.cancelTimer(callTimer);
        vertx.cancelTimer(nameTimer);
        if (placed) {
            wire.places().leave();
        }
    }

    private Answer answer(boolean brokenOff) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers()
                .forEach((name, value) -> headers.computeIfAbsent(
                                name.toLowerCase(Locale.ROOT), ignored -> new ArrayList<>(1))
                        .add(value));
        List<String> encodings = headers.getOrDefault("content-encoding", List.of());
        boolean gzip = encodings.size() == 1
                && encodings.get(0).strip().toLowerCase(Locale.ROOT).matches("(x-)?gzip");
        ReceivedBody.Content content = body.content(gzip);
        String text = response.statusMessage() == null ? "" : response.statusMessage();
        return new Answer(response.statusCode(), text, headers, content.bytes(), brokenOff || content.truncated());
    }
}

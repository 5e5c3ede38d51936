package dev.eventtester.api.body;

import dev.eventtester.api.ApiException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The body of a request while it comes in; never more of it is kept than the limit allows. */
final class IncomingBody {

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final BodyLimit limit;
    private final Leftover leftover;
    private Buffer received = Buffer.buffer();

    private IncomingBody(RoutingContext context, BodyLimit limit) {
        this.context = context;
        this.request = context.request();
        this.limit = limit;
        this.leftover = new Leftover(request);
    }

    /** The bytes as they were sent; fails as soon as they are more than the limit. No thread waits for them. */
    static Uni<byte[]> of(RoutingContext context, BodyLimit limit) {
        return Uni.createFrom().emitter(emitter -> new IncomingBody(context, limit).read(emitter));
    }

    private void read(UniEmitter<? super byte[]> emitter) {
        if (request.isEnded()) {
            emitter.complete(new byte[0]);
            return;
        }
        request.pause()
                .handler(chunk -> take(chunk, emitter))
                .exceptionHandler(broken -> emitter.fail(ApiException.malformed("The request's body has no end.")))
                .endHandler(end -> complete(emitter));
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void take(Buffer chunk, UniEmitter<? super byte[]> emitter) {
        if (received == null) {
            leftover.discard(chunk);
        } else if (received.length() + chunk.length() > limit.bytes(context)) {
            received = null;
            emitter.fail(limit.refusal(context));
        } else {
            received.appendBuffer(chunk);
        }
    }

    private void complete(UniEmitter<? super byte[]> emitter) {
        if (received != null) {
            emitter.complete(received.getBytes());
        }
    }
}

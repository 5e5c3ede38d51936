package dev.eventtester.api.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads the bodies that are as large as they turn out to be: those that come in chunks, without a length, and those
 * that are packed. Only callers that may use the route get that far.
 */
final class UnmeasuredBody {

    private final BodyLimit limit;
    private final CurrentVertxRequest current;

    UnmeasuredBody(BodyLimit limit, CurrentVertxRequest current) {
        this.limit = limit;
        this.current = current;
    }

    @ServerRequestFilter
    Uni<Void> read(ContainerRequestContext request) {
        RoutingContext context = current.getCurrent();
        HttpServerRequest incoming = context.request();
        if (!hasBody(incoming)) {
            return Uni.createFrom().voidItem();
        }
        ContentCoding coding = ContentCoding.of(incoming.getHeader(HttpHeaders.CONTENT_ENCODING));
        if (coding == ContentCoding.IDENTITY && isMeasured(incoming)) {
            return Uni.createFrom().voidItem();
        }
        Uni<byte[]> body = IncomingBody.of(context, limit);
        return (coding == ContentCoding.IDENTITY ? body : unpacked(body, coding, context))
                .invoke(bytes -> request.setEntityStream(new ByteArrayInputStream(bytes)))
                .replaceWithVoid();
    }

    /** Unpacking a whole configuration takes longer than an event loop may be held up. */
    private Uni<byte[]> unpacked(Uni<byte[]> body, ContentCoding coding, RoutingContext request) {
        Context place = request.vertx().getOrCreateContext();
        return body.chain(packed -> Uni.createFrom()
                .completionStage(() -> place.executeBlocking(() -> unpacked(packed, coding, request), false)
                        .toCompletionStage()));
    }

    private byte[] unpacked(byte[] packed, ContentCoding coding, RoutingContext context) {
        byte[] body = coding.unpack(packed, limit.bytes(context) + 1);
        if (body.length > limit.bytes(context)) {
            throw limit.refusal(context);
        }
        return body;
    }

    /** The body of a method that has none by its meaning is not looked at. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.method() != HttpMethod.GET
                && request.method() != HttpMethod.HEAD
                && (isMeasured(request)
                        || request.version() == HttpVersion.HTTP_2
                        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
    }

    private static boolean isMeasured(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }
}

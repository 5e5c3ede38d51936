package dev.eventtester.delivery;

import dev.eventtester.delivery.address.AddressGuard;
import dev.eventtester.delivery.address.Resolver;
import dev.eventtester.delivery.address.Target;
import dev.eventtester.delivery.call.OutgoingRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way out, shared by all calls: name resolution, judgement, places and the one client. Every call has a connection
 * of its own, closed after the answer: a connection kept from an earlier call may be closed by the destination just
 * when it is used again, which would fail a call for no reason of its own, and nothing may be sent twice.
 */
final class Wire {

    private final Vertx vertx;
    private final HttpClient client;
    private final Resolver resolver;
    private final AddressGuard guard;
    private final Limits limits;
    private final Places places;
    private final AtomicLong opened = new AtomicLong();

    /**
     * @param trust whom to trust beside the Java runtime's authorities; null for those alone
     */
    Wire(Vertx vertx, AddressGuard guard, Limits limits, Resolver resolver, TrustOptions trust) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options(limits, trust), pool(limits));
        this.resolver = resolver;
        this.guard = guard;
        this.limits = limits;
        this.places = new Places(limits.concurrentCalls());
    }

    private static HttpClientOptions options(Limits limits, TrustOptions trust) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setPipelining(false)
                .setVerifyHost(true)
                .setTrustAll(false)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout((int) limits.connectMillis())
                .setMaxHeaderSize(limits.headers())
                .setMaxInitialLineLength(limits.headers());
        return trust == null ? options : options.setTrustOptions(trust);
    }

    private static PoolOptions pool(Limits limits) {
        return new PoolOptions().setHttp1MaxSize(limits.concurrentCalls()).setMaxWaitQueueSize(-1);
    }

    Vertx vertx() {
        return vertx;
    }

    Limits limits() {
        return limits;
    }

    Places places() {
        return places;
    }

    /** How many connections were begun since the start. */
    long connectionsOpened() {
        return opened.get();
    }

    /** The only place that opens a connection: to this address, whatever the name resolves to by now. */
    Future<HttpClientRequest> dial(OutgoingRequest request, Target target, InetAddress address) {
        opened.incrementAndGet();
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setSsl(target.secure())
                .setHost(target.host())
                .setPort(target.port())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setURI(target.uri())
                .setFollowRedirects(false));
    }

    /** All addresses of a target; fails with a {@code RefusedException} if one of them may not be called. */
    Future<List<InetAddress>> addresses(Target target) {
        Future<List<InetAddress>> found = target.literal() == null
                ? Future.succeededFuture(target.host()).compose(resolver::resolve)
                : Future.succeededFuture(List.of(target.literal()));
        return found.map(addresses -> {
            guard.judge(target, addresses);
            return addresses;
        });
    }
}

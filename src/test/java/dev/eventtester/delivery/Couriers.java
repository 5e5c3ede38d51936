package dev.eventtester.delivery;

import dev.eventtester.delivery.address.Resolver;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes couriers for tests: loopback is allowed unless told otherwise, and names come from a table. */
public final class Couriers {

    private final Map<String, List<InetAddress>> names = new LinkedHashMap<>();
    private List<String> allow = List.of("127.0.0.0/8:*", "[::1]/128:*");
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration callTimeout = Duration.ofSeconds(10);
    private long maxResponseBody = 64 * 1024;
    private int maxConcurrentCalls = 1024;
    private Resolver resolver = this::lookUp;
    private TrustOptions trust;

    private Couriers() {}

    /** With the limits of production. */
    public static Couriers overLoopback() {
        return new Couriers();
    }

    /** Lists these {@code CIDR:port} entries and no others. */
    public Couriers allowing(String... entries) {
        allow = List.of(entries);
        return this;
    }

    /** Lets a name stand for these addresses. */
    public Couriers name(String name, String... addresses) {
        names.put(name, Arrays.stream(addresses).map(Couriers::address).toList());
        return this;
    }

    public Couriers connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    public Couriers callTimeout(Duration timeout) {
        callTimeout = timeout;
        return this;
    }

    public Couriers maxResponseBody(long bytes) {
        maxResponseBody = bytes;
        return this;
    }

    public Couriers maxConcurrentCalls(int calls) {
        maxConcurrentCalls = calls;
        return this;
    }

    public Couriers resolver(Resolver other) {
        resolver = other;
        return this;
    }

    public Couriers trusting(TrustOptions options) {
        trust = options;
        return this;
    }

    public Courier on(Vertx vertx) {
        return new Courier(vertx, config(), resolver, trust);
    }

    private Future<List<InetAddress>> lookUp(String name) {
        return names.containsKey(name)
                ? Future.succeededFuture(names.get(name))
                : Future.failedFuture(new UnknownHostException(name));
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private DeliveryConfig config() {
        return new Config(
                Optional.of(allow),
                connectTimeout,
                callTimeout,
                size(maxResponseBody),
                size(512 * 1024),
                size(32 * 1024),
                maxConcurrentCalls);
    }

    private static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }

    private record Config(
            Optional<List<String>> allow,
            Duration connectTimeout,
            Duration callTimeout,
            MemorySize maxResponseBody,
            MemorySize maxRequestBody,
            MemorySize maxHeaders,
            int maxConcurrentCalls)
            implements DeliveryConfig {}
}

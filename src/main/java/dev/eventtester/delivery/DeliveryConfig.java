package dev.eventtester.delivery;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What outgoing calls may reach and how much they may take. */
@ConfigMapping(prefix = DeliveryConfig.PREFIX)
public interface DeliveryConfig {

    String PREFIX = "event-tester.delivery";

    /**
     * Addresses beyond the public internet that may be called, as {@code CIDR:port}; {@code *} stands for any port:
     * {@code 127.0.0.1/32:8080}, {@code 10.1.0.0/16:*}, {@code [::1]/128:8080}.
     */
    Optional<List<String>> allow();

    /** The longest wait for a name to resolve, and again for a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** The longest that a whole call may take. */
    @WithDefault("10s")
    Duration callTimeout();

    /** How much of a response's body is read, counted after decompression; the rest is cut. */
    @WithDefault("64K")
    MemorySize maxResponseBody();

    /** The largest body of a request; a larger one is not sent. */
    @WithDefault("512K")
    MemorySize maxRequestBody();

    /** The largest head of a request (URL and headers), and of a response. */
    @WithDefault("32K")
    MemorySize maxHeaders();

    /** How many connections may be open at once; more calls wait, within their time. */
    @WithDefault("1024")
    int maxConcurrentCalls();
}

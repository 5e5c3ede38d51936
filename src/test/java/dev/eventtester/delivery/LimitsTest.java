package dev.eventtester.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration keys and what is wrong with their values. */
class LimitsTest {

    @Test
    void has_defaults_for_every_key() {
        assertThat(Limits.of(config(Map.of()))).isEqualTo(new Limits(2000, 10_000, 65_536, 524_288, 32_768, 1024));
        assertThat(config(Map.of()).allow()).isEmpty();
    }

    @Test
    void reads_its_keys() {
        DeliveryConfig config = config(Map.of(
                "event-tester.delivery.allow", "127.0.0.1/32:8080,[::1]/128:8080",
                "event-tester.delivery.connect-timeout", "PT1S",
                "event-tester.delivery.call-timeout", "PT5S",
                "event-tester.delivery.max-response-body", "1M",
                "event-tester.delivery.max-request-body", "2K",
                "event-tester.delivery.max-headers", "8K",
                "event-tester.delivery.max-concurrent-calls", "7"));
        assertThat(config.allow()).contains(List.of("127.0.0.1/32:8080", "[::1]/128:8080"));
        assertThat(Limits.of(config)).isEqualTo(new Limits(1000, 5000, 1_048_576, 2048, 8192, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "connect-timeout, PT0S, event-tester.delivery.connect-timeout must be",
        "call-timeout, PT-1S, event-tester.delivery.call-timeout must be",
        "call-timeout, PT2H, event-tester.delivery.call-timeout must be",
        "max-response-body, 1G, event-tester.delivery.max-response-body must be",
        "max-request-body, 9G, event-tester.delivery.max-request-body must be",
        "max-headers, 1023, event-tester.delivery.max-headers must be",
        "max-concurrent-calls, 0, event-tester.delivery.max-concurrent-calls must be",
        "allow, 127.0.0.1:8080, event-tester.delivery.allow: \"127.0.0.1:8080\" is not CIDR:port",
    })
    void a_wrong_value_stops_the_start_naming_the_key(String key, String value, String message) {
        DeliveryConfig config = config(Map.of("event-tester.delivery." + key, value));
        Vertx vertx = Vertx.vertx();
        try {
            assertThatThrownBy(() -> new Courier(vertx, config, name -> Future.succeededFuture(List.of())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(message);
        } finally {
            vertx.close();
        }
    }

    private static DeliveryConfig config(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(DeliveryConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
        return config.getConfigMapping(DeliveryConfig.class);
    }
}

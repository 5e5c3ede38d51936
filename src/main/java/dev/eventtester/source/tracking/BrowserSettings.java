package dev.eventtester.source.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What the browser's client is told: send every event to this service, change none, measure nothing.
 *
 * @param plan allows every event
 */
@RegisterForReflection
record BrowserSettings(
        Integrations integrations,
        Map<String, Object> plan,
        Map<String, Object> edgeFunction,
        boolean analyticsNextEnabled,
        Map<String, Object> middlewareSettings,
        Map<String, Object> enabledMiddleware,
        Metrics metrics,
        boolean legacyVideoPluginsEnabled,
        List<Object> remotePlugins) {

    private static final Map<String, Object> EVERYTHING =
            Map.of("__default", Map.of("enabled", true, "integrations", Map.of()));

    static BrowserSettings of(String writeKey, URI service) {
        Collector collector = new Collector(writeKey, service.getAuthority() + "/v1", service.getScheme());
        return new BrowserSettings(
                new Integrations(collector),
                Map.of("track", EVERYTHING, "identify", EVERYTHING, "group", EVERYTHING),
                Map.of(),
                true,
                Map.of(),
                Map.of(),
                new Metrics(0),
                false,
                List.of());
    }

    record Integrations(@JsonProperty("Segment.io") Collector collector) {}

    /**
     * Where events go.
     *
     * @param apiHost with the path, without the protocol
     */
    record Collector(
            String apiKey,
            String apiHost,
            String protocol,
            List<Object> unbundledIntegrations,
            boolean addBundledMetadata) {

        Collector(String apiKey, String apiHost, String protocol) {
            this(apiKey, apiHost, protocol, List.of(), true);
        }
    }

    /** How many of its own measurements the client sends, from 0 to 1. */
    record Metrics(double sampleRate) {}
}

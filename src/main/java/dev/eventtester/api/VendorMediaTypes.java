package dev.eventtester.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes the Public API's versioned media types ({@code application/vnd.segment.v1+json} and its like) for what they
 * are, JSON, so that every route accepts and answers them.
 */
final class VendorMediaTypes {

    private static final String VENDOR = "application/vnd.segment.";

    @ServerRequestFilter(preMatching = true)
    void readAsJson(ContainerRequestContext request) {
        asJson(request, HttpHeaders.ACCEPT);
        asJson(request, HttpHeaders.CONTENT_TYPE);
    }

    private static void asJson(ContainerRequestContext request, String header) {
        String value = request.getHeaderString(header);
        if (value != null && value.contains(VENDOR)) {
            request.getHeaders().putSingle(header, MediaType.APPLICATION_JSON);
        }
    }
}

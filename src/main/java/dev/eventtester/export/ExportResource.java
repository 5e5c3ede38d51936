package dev.eventtester.export;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Caller;
import dev.eventtester.api.ApiException;
import dev.eventtester.event.JsonText;
import dev.eventtester.outcome.Outcomes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /api/outcomes/{id}/…}: outcomes as whole documents of other formats; only their errors are in the envelope. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class ExportResource {

    private static final String CURL = "text/plain;charset=UTF-8";
    private static final String JUNIT = "application/xml;charset=UTF-8";

    private final Outcomes outcomes;
    private final SecurityIdentity identity;
    private final String version;

    ExportResource(
            Outcomes outcomes,
            SecurityIdentity identity,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.outcomes = outcomes;
        this.identity = identity;
        this.version = version;
    }

    @GET
    @Path("/outcomes/{id}/har")
    public Uni<RestResponse<String>> har(String id) {
        return read(id).map(outcome ->
                file(Har.of(outcome, version).toString(), MediaType.APPLICATION_JSON, name(outcome) + ".har"));
    }

    @GET
    @Path("/outcomes/{id}/calls/{call}/curl")
    public Uni<RestResponse<String>> curl(String id, String call) {
        return read(id).map(outcome -> RecordedCall.find(outcome, call)
                .map(found -> RestResponse.ResponseBuilder.ok(CurlCommand.of(found))
                        .header(HttpHeaders.CONTENT_TYPE, CURL)
                        .build())
                .orElseThrow(() -> ApiException.notFound("call", call)));
    }

    @GET
    @Path("/outcomes/{id}/junit")
    public Uni<RestResponse<String>> junit(String id) {
        return read(id).map(outcome -> file(JUnitReport.of(outcome), JUNIT, name(outcome) + ".xml"));
    }

    private static String name(JsonNode outcome) {
        return "outcome-" + outcome.get("id").textValue();
    }

    private static RestResponse<String> file(String content, String type, String name) {
        return RestResponse.ResponseBuilder.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Uni<JsonNode> read(String id) {
        UUID workspace = Caller.of(identity).workspaceId();
        return Panache.withSession(() -> outcomes.require(workspace, id))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(outcome -> JsonText.parse(outcome.document()));
    }
}

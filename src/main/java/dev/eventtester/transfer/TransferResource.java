package dev.eventtester.transfer;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eventtester.access.Caller;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;

/** {@code POST /api/import} and {@code GET /api/export}: the whole configuration of the caller's workspace. */
@Path("/api")
class TransferResource {

    private final Importer importer;
    private final Exporter exporter;
    private final ObjectMapper mapper;
    private final Vertx vertx;
    private final SecurityIdentity identity;

    TransferResource(
            Importer importer, Exporter exporter, ObjectMapper mapper, Vertx vertx, SecurityIdentity identity) {
        this.importer = importer;
        this.exporter = exporter;
        this.mapper = mapper;
        this.vertx = vertx;
        this.identity = identity;
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER_NAME, MEMBER_NAME})
    public Uni<Data> importAll(byte[] body) {
        return read(body)
                .chain(document -> Panache.withTransaction(() -> importer.run(workspace(), document)))
                .map(report -> Data.of("import", report.view()));
    }

    // a document may be large: reading it would hold up others on the event loop
    private Uni<ImportDocument> read(byte[] body) {
        return Uni.createFrom()
                .completionStage(() -> vertx.getOrCreateContext()
                        .executeBlocking(() -> ImportDocument.read(tree(body)), false)
                        .toCompletionStage());
    }

    private JsonNode tree(byte[] body) throws IOException {
        JsonNode json = mapper.readTree(body);
        if (!json.isContainerNode()) {
            throw ApiException.malformed("The request needs a JSON object or array as its body.");
        }
        return json;
    }

    @GET
    @Path("/export")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> exportAll() {
        return Panache.withSession(() -> exporter.of(workspace()));
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

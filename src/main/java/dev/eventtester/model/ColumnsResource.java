package dev.eventtester.model;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import dev.eventtester.access.Caller;
import dev.eventtester.api.Data;
import dev.eventtester.api.Require;
import dev.eventtester.sample.row.Column;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/**
 * {@code /api/reverse-etl-models/{id}/columns}: what the rows of a model have. A route beside the model, because the
 * Public API's model has no member for it.
 */
@Path("/api")
class ColumnsResource {

    private final Models models;
    private final SecurityIdentity identity;

    ColumnsResource(Models models, SecurityIdentity identity) {
        this.models = models;
        this.identity = identity;
    }

    /**
     * All columns that a model is to have.
     *
     * @param columns none to go back to what the query tells
     */
    record Replacement(List<ColumnRules.Wanted> columns) {}

    @GET
    @Path("/reverse-etl-models/{id}/columns")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
    public Uni<Data> get(String id) {
        return Panache.withSession(() -> models.require(workspace(), id)).map(ColumnsResource::data);
    }

    @PUT
    @Path("/reverse-etl-models/{id}/columns")
    @RolesAllowed({OWNER_NAME, MEMBER_NAME})
    public Uni<Data> replace(String id, Replacement body) {
        List<Column> columns = ColumnRules.checked(Require.body(body).columns());
        return Panache.withTransaction(() -> models.require(workspace(), id)
                .invoke(model -> model.rowColumns = columns.isEmpty() ? null : ColumnRules.write(columns))
                .map(ColumnsResource::data));
    }

    private static Data data(Model model) {
        ModelColumns columns = ModelColumns.of(model);
        return Data.of(
                        "columns",
                        columns.rows().columns().stream().map(Column::toJson).toList())
                .and("origin", columns.origin());
    }

    private UUID workspace() {
        return Caller.of(identity).workspaceId();
    }
}

package dev.eventtester.metadata;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;
import static dev.eventtester.access.Role.VIEWER_NAME;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import dev.eventtester.api.Page;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.catalog.SourceDefinition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/catalog}: which sources and destinations can be configured. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME, VIEWER_NAME})
class CatalogResource {

    private final Catalog catalog;

    CatalogResource(Catalog catalog) {
        this.catalog = catalog;
    }

    @GET
    @Path("/catalog/sources")
    public Data sources(@Context UriInfo uri) {
        return Page.of(uri).cut(catalog.sources(), SourceDefinition::id).as("sourcesCatalog", SourceMetadata::of);
    }

    @GET
    @Path("/catalog/sources/{id}")
    public Data source(String id) {
        SourceDefinition source = catalog.source(id).orElseThrow(() -> ApiException.notFound("catalog source", id));
        return Data.of("sourceMetadata", SourceMetadata.of(source));
    }

    /** What a team's own destination file may say. */
    @GET
    @Path("/catalog/destination.schema.json")
    @Produces({"application/schema+json", MediaType.APPLICATION_JSON})
    public String destinationSchema() {
        return Catalog.destinationSchema();
    }

    @GET
    @Path("/catalog/destinations")
    public Data destinations(@Context UriInfo uri) {
        return Page.of(uri)
                .cut(catalog.destinations(), DestinationDefinition::id)
                .as("destinationsCatalog", DestinationMetadata::of);
    }

    @GET
    @Path("/catalog/destinations/{id}")
    public Data destination(String id) {
        DestinationDefinition destination =
                catalog.destination(id).orElseThrow(() -> ApiException.notFound("catalog destination", id));
        return Data.of("destinationMetadata", DestinationMetadata.of(destination));
    }
}

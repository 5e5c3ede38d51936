package dev.eventtester.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.access.Role;
import dev.eventtester.access.Workspace;
import dev.eventtester.access.Workspaces;
import dev.eventtester.api.Ids;
import dev.eventtester.catalog.ActionDefinition;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.catalog.Preset;
import dev.eventtester.destination.Destination;
import dev.eventtester.destination.Destinations;
import dev.eventtester.destination.Mappings;
import dev.eventtester.destination.NewMapping;
import dev.eventtester.destination.SavedMapping;
import dev.eventtester.model.Model;
import dev.eventtester.model.Models;
import dev.eventtester.model.NewModel;
import dev.eventtester.source.NewSource;
import dev.eventtester.source.Source;
import dev.eventtester.source.Sources;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A workspace to try the service with, made once: what is changed in it stays. Its destinations point back to this very
 * service, so that a first test makes real calls without the internet.
 */
@IfBuildProfile("dev")
@ApplicationScoped
class DemoWorkspace {

    private static final Logger LOG = Logger.getLogger(DemoWorkspace.class);
    private static final String SLUG = "demo";

    // known beforehand, so that the first commands of a new user need no look-up
    private static final UUID WEBSITE = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID SEGMENT = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID WEBHOOK = UUID.fromString("01900000-0000-7000-8000-000000000003");

    private final Workspaces workspaces;
    private final Sources sources;
    private final Destinations destinations;
    private final Mappings mappings;
    private final Models models;
    private final Catalog catalog;
    private final String address;

    DemoWorkspace(
            Workspaces workspaces,
            Sources sources,
            Destinations destinations,
            Mappings mappings,
            Models models,
            Catalog catalog,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.workspaces = workspaces;
        this.sources = sources;
        this.destinations = destinations;
        this.mappings = mappings;
        this.models = models;
        this.catalog = catalog;
        this.address = "http://127.0.0.1:" + port;
    }

    void start(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(
                () -> workspaces.ensure(SLUG, "Demo").call(this::grantTokens).call(this::fill)));
        LOG.infof(
                "%n%n  Event Tester   %s/api   (described at %s/q/swagger-ui)%n"
                        + "  Tokens         local-owner  local-member  local-viewer   (this machine only)%n",
                address, address);
    }

    private Uni<Void> grantTokens(Workspace workspace) {
        return grant(workspace, Role.OWNER)
                .chain(() -> grant(workspace, Role.MEMBER))
                .chain(() -> grant(workspace, Role.VIEWER));
    }

    private Uni<Void> grant(Workspace workspace, Role role) {
        String token = "local-" + role.name().toLowerCase(java.util.Locale.ROOT);
        return workspaces.grant(workspace, token, role, token, true);
    }

    private Uni<Void> fill(Workspace workspace) {
        return sources.withSlug(workspace.id(), "website")
                .onItem()
                .ifNull()
                .switchTo(() -> source(WEBSITE, workspace, "website", "http-api")
                        .call(this::addWebhook)
                        .call(website -> addSegment(workspace, website)))
                .replaceWithVoid();
    }

    private Uni<Source> source(UUID id, Workspace workspace, String slug, String definition) {
        return sources.create(NewSource.bare(
                id, workspace.id(), slug, catalog.source(definition).orElseThrow(), true, null));
    }

    private Uni<Destination> addSegment(Workspace workspace, Source website) {
        DestinationDefinition segment = catalog.destination("actions-segment").orElseThrow();
        return sources.writeKeys(website)
                .chain(keys -> source(Ids.next(), workspace, "users", "postgres")
                        .call(this::addModel)
                        .chain(users -> destinations.create(
                                SEGMENT, users, segment, "Segment Connections", true, writeKey(keys.get(0))))
                        .call(destination -> addMappings(destination, segment)));
    }

    private Uni<Model> addModel(Source users) {
        String query =
                "select id, email, first_name, last_name, plan, lifetime_value, is_active, created_at from users";
        return models.create(new NewModel(users, "Users", "Everybody with an account", true, query, "id"));
    }

    private static JsonNode writeKey(String key) {
        return JsonNodeFactory.instance.objectNode().put("source_write_key", key);
    }

    private Uni<Void> addMappings(Destination destination, DestinationDefinition segment) {
        return Multi.createFrom()
                .iterable(segment.actions())
                .onItem()
                .transformToUniAndConcatenate(action -> addFirstPreset(destination, segment, action))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<SavedMapping> addFirstPreset(
            Destination destination, DestinationDefinition segment, ActionDefinition action) {
        Preset preset = segment.presets().stream()
                .filter(candidate -> candidate.actionSlug().equals(action.slug()))
                .findFirst()
                .orElseThrow();
        return mappings.create(
                destination, new NewMapping(action, preset.name(), true, preset.trigger(), preset.mapping()));
    }

    private Uni<Destination> addWebhook(Source website) {
        DestinationDefinition webhook = catalog.destination("actions-webhook").orElseThrow();
        return destinations
                .create(WEBHOOK, website, webhook, "Webhook", true, JsonNodeFactory.instance.objectNode())
                .call(destination -> addWebhook(destination, webhook, "Every event", true, "type != \"\""))
                .call(destination -> addWebhook(
                        destination,
                        webhook,
                        "Orders over 100",
                        true,
                        "type = \"track\" and event = \"Order Completed\" and properties.total > 100"))
                .call(destination -> addWebhook(
                        destination, webhook, "Sign-ups", false, "type = \"identify\" and traits.email != null"));
    }

    private Uni<Void> addWebhook(
            Destination destination, DestinationDefinition webhook, String name, boolean enabled, String trigger) {
        ObjectNode settings = webhook.action("send").orElseThrow().defaultMapping();
        settings.put("url", address + "/demo/receiver");
        settings.put("method", "POST");
        settings.putObject("data").put("@path", "$.");
        ActionDefinition send = webhook.action("send").orElseThrow();
        return mappings.create(destination, new NewMapping(send, name, enabled, trigger, settings))
                .replaceWithVoid();
    }
}
